/**
 * Messages of a start that succeeded or failed.
 */
@NullMarked
@NamedInterface("startup")
package dev.segmentation.config.startup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
