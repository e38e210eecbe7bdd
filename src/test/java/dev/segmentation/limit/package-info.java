/**
 * Tests of reports.
 */
@NullMarked
package dev.segmentation.limit;

import org.jspecify.annotations.NullMarked;
