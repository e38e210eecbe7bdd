/**
 * Tests of the history without pages and API.
 */
@NullMarked
package dev.segmentation.history;

import org.jspecify.annotations.NullMarked;
