/**
 * Sends reads to a streaming replica of the database.
 */
@NullMarked
package dev.segmentation.config.database.replica;

import org.jspecify.annotations.NullMarked;
