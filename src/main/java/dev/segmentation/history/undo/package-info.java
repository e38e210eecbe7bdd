/**
 * Undo: takes an act back, as far as nothing newer stands in its way.
 */
@NullMarked
package dev.segmentation.history.undo;

import org.jspecify.annotations.NullMarked;
