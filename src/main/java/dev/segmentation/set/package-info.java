/**
 * Sets of users, computed from segments: expressions such as
 * {@code BETA and not (GAMMA or VIP)}, and the overlaps of segments.
 */
@NullMarked
package dev.segmentation.set;

import org.jspecify.annotations.NullMarked;
