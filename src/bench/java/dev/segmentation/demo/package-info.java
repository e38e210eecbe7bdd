/**
 * Fills a database with realistic data for demonstrations and measurements.
 */
@NullMarked
package dev.segmentation.demo;

import org.jspecify.annotations.NullMarked;
