/**
 * Users: the pool that is segmented.
 */
@NullMarked
package dev.segmentation.user;

import org.jspecify.annotations.NullMarked;
