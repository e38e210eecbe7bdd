/**
 * The trace of reports: what accounts did to them.
 */
@NullMarked
package dev.segmentation.report.trace;

import org.jspecify.annotations.NullMarked;
