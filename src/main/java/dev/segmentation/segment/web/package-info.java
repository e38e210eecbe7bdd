/**
 * Segments in pages and in the JSON API.
 */
@NullMarked
package dev.segmentation.segment.web;

import org.jspecify.annotations.NullMarked;
