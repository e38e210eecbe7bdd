/**
 * Wires the application together; nothing depends on it.
 */
@NullMarked
package dev.segmentation.config;

import org.jspecify.annotations.NullMarked;
