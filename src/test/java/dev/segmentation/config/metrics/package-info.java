/**
 * Tests of the metrics, and of the files for monitoring that name them.
 */
@NullMarked
package dev.segmentation.config.metrics;

import org.jspecify.annotations.NullMarked;
