/**
 * Tests of the openings of links.
 */
@NullMarked
package dev.segmentation.report.opening;

import org.jspecify.annotations.NullMarked;
