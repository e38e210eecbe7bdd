/**
 * How history becomes CSV: the layout, and the stream that readers get.
 */
@NullMarked
@NamedInterface("history-csv")
package dev.segmentation.history.csv;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
