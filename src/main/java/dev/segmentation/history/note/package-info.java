/**
 * Notes of acts: why an account made a change.
 */
@NullMarked
package dev.segmentation.history.note;

import org.jspecify.annotations.NullMarked;
