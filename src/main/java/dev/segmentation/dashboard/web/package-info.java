/**
 * The start page, and the page of the search.
 */
@NullMarked
package dev.segmentation.dashboard.web;

import org.jspecify.annotations.NullMarked;
