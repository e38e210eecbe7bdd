/**
 * What every controller of the JSON API shares: errors, bodies, parameters.
 */
@NullMarked
@NamedInterface("web")
package dev.segmentation.shared.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
