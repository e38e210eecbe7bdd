/**
 * Openings: the downloads by the links of reports.
 */
@NullMarked
package dev.segmentation.report.opening;

import org.jspecify.annotations.NullMarked;
