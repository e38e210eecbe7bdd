/**
 * The frame of the JSON API: how bodies and parameters are read, how lists and errors are
 * written.
 */
@NullMarked
@NamedInterface("web-api")
package dev.segmentation.shared.web.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
