/**
 * Segments: named sets of users.
 */
@NullMarked
package dev.segmentation.segment;

import org.jspecify.annotations.NullMarked;
