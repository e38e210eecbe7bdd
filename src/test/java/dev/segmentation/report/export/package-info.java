/**
 * Tests of exports.
 */
@NullMarked
package dev.segmentation.report.export;

import org.jspecify.annotations.NullMarked;
