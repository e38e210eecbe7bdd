/**
 * A streaming replica that takes reads from the primary.
 */
@NullMarked
package dev.segmentation.config.database.replica;

import org.jspecify.annotations.NullMarked;
