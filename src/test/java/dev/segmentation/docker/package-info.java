/**
 * Tests the files in {@code docker}.
 */
@NullMarked
package dev.segmentation.docker;

import org.jspecify.annotations.NullMarked;
