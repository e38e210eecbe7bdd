/**
 * The users of the product: all of them, one of them, and the search for them.
 */
@NullMarked
package dev.segmentation.user;

import org.jspecify.annotations.NullMarked;
