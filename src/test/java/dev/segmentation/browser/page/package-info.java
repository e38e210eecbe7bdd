/**
 * The pages as their readers see them.
 */
@NullMarked
package dev.segmentation.browser.page;

import org.jspecify.annotations.NullMarked;
