/**
 * Tests of whole tasks in a real browser.
 */
@NullMarked
package dev.segmentation.browser;

import org.jspecify.annotations.NullMarked;
