/**
 * History on pages and in the JSON API.
 */
@NullMarked
package dev.segmentation.history.web;

import org.jspecify.annotations.NullMarked;
