/**
 * Membership periods of one user, each from an addition to the next removal.
 */
@NullMarked
package dev.segmentation.history.period;

import org.jspecify.annotations.NullMarked;
