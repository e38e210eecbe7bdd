/**
 * Reports in the JSON API.
 */
@NullMarked
package dev.segmentation.report.web;

import org.jspecify.annotations.NullMarked;
