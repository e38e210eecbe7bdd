/**
 * History: every membership that began or ended, written by the database alone.
 */
@NullMarked
package dev.segmentation.history;

import org.jspecify.annotations.NullMarked;
