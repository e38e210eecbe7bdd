/**
 * The history as CSV files, for downloads and for reports.
 */
@NullMarked
package dev.segmentation.report.export;

import org.jspecify.annotations.NullMarked;
