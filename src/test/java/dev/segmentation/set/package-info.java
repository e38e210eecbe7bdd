/**
 * Tests of sets.
 */
@NullMarked
package dev.segmentation.set;

import org.jspecify.annotations.NullMarked;
