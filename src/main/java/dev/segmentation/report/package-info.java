/**
 * Reports: CSV files of the history, which are downloaded or shared by link.
 */
@NullMarked
package dev.segmentation.report;

import org.jspecify.annotations.NullMarked;
