/**
 * The layout of history as CSV.
 */
@NullMarked
@NamedInterface("history-csv")
package dev.segmentation.history.csv;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
