/**
 * Page objects for browser tests.
 */
@NullMarked
package dev.segmentation.browser.page;

import org.jspecify.annotations.NullMarked;
