/**
 * CSV that the database writes while it is read.
 */
@NullMarked
@NamedInterface("csv")
package dev.segmentation.shared.csv;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
