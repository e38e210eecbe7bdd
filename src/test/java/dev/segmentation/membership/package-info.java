/**
 * What memberships tell of one user, straight from the database.
 */
@NullMarked
package dev.segmentation.membership;

import org.jspecify.annotations.NullMarked;
