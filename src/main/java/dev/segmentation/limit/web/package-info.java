/**
 * Limits of requests to controllers.
 */
@NullMarked
package dev.segmentation.limit.web;

import org.jspecify.annotations.NullMarked;
