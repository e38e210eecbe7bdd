/**
 * Tests of reports.
 */
@NullMarked
package dev.segmentation.report;

import org.jspecify.annotations.NullMarked;
