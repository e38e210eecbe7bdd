/**
 * Measures the packaged application next to the same SQL without the application.
 */
@NullMarked
package dev.segmentation.bench;

import org.jspecify.annotations.NullMarked;
