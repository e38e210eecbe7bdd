/**
 * The start page.
 */
@NullMarked
package dev.segmentation.dashboard.web;

import org.jspecify.annotations.NullMarked;
