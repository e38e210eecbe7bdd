/**
 * What the history tells of one user, straight from the database.
 */
@NullMarked
package dev.segmentation.history;

import org.jspecify.annotations.NullMarked;
