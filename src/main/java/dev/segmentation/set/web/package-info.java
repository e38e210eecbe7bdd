/**
 * Sets and comparisons of segments on pages.
 */
@NullMarked
package dev.segmentation.set.web;

import org.jspecify.annotations.NullMarked;
