/**
 * Membership periods of one user: from entering a segment to leaving it.
 */
@NullMarked
package dev.segmentation.history.period;

import org.jspecify.annotations.NullMarked;
