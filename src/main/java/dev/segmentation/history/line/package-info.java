/**
 * Lines: one user entered or left one segment. Read by page, by cursor, or as CSV.
 */
@NullMarked
@NamedInterface("history-line")
package dev.segmentation.history.line;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
