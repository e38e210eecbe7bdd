/**
 * Reports on pages, in the JSON API, and by shared links.
 */
@NullMarked
package dev.segmentation.report.web;

import org.jspecify.annotations.NullMarked;
