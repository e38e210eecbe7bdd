/**
 * The users of the product: their list, their data and their search.
 */
@NullMarked
package dev.segmentation.user;

import org.jspecify.annotations.NullMarked;
