/**
 * Fills a database with what a product's would hold, to try and to measure.
 */
@NullMarked
package dev.segmentation.demo;

import org.jspecify.annotations.NullMarked;
