/**
 * The rules of the pool of users, straight on the database.
 */
@NullMarked
package dev.segmentation.user;

import org.jspecify.annotations.NullMarked;
