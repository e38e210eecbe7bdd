/**
 * The frame of the JSON API: reads bodies and parameters, and writes lists and errors.
 */
@NullMarked
@NamedInterface("web-api")
package dev.segmentation.shared.web.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
