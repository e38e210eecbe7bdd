/**
 * Measures the packaged application, side by side with the same SQL without it.
 */
@NullMarked
package dev.segmentation.bench;

import org.jspecify.annotations.NullMarked;
