/**
 * Lines of the history: one user was added to or removed from one segment. They are read
 * by page, by cursor, or as CSV.
 */
@NullMarked
@NamedInterface("history-line")
package dev.segmentation.history.line;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
