/**
 * Runs scenarios one after another, and reports which of them passed.
 */
@NullMarked
package dev.segmentation.trial;

import org.jspecify.annotations.NullMarked;
