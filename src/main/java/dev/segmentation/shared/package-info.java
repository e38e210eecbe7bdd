/**
 * Types that all features use: the current account, cursors and pages.
 */
@NullMarked
package dev.segmentation.shared;

import org.jspecify.annotations.NullMarked;
