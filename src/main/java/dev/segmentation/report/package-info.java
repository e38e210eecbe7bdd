/**
 * Reports: the history as CSV.
 */
@NullMarked
package dev.segmentation.report;

import org.jspecify.annotations.NullMarked;
