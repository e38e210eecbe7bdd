/**
 * Tests the files in {@code packaging}, and the script of {@code make run}.
 */
@NullMarked
package dev.segmentation.packaging;

import org.jspecify.annotations.NullMarked;
