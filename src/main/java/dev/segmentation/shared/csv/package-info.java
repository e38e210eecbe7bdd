/**
 * CSV that the database writes while it is read, and the bytes of uploaded files.
 */
@NullMarked
@NamedInterface("csv")
package dev.segmentation.shared.csv;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
