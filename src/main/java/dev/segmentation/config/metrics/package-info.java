/**
 * Metrics that are read from the database.
 */
@NullMarked
package dev.segmentation.config.metrics;

import org.jspecify.annotations.NullMarked;
