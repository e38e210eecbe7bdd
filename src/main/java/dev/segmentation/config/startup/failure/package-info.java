/**
 * One sentence for each failure that a start may expect.
 */
@NullMarked
@NamedInterface("startup-failure")
package dev.segmentation.config.startup.failure;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
