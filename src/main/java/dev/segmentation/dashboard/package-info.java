/**
 * The start page, and the search of all pages.
 */
@NullMarked
package dev.segmentation.dashboard;

import org.jspecify.annotations.NullMarked;
