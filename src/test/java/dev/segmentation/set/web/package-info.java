/**
 * Tests of the pages of sets.
 */
@NullMarked
package dev.segmentation.set.web;

import org.jspecify.annotations.NullMarked;
