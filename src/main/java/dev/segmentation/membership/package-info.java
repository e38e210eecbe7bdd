/**
 * Memberships: who is in a segment now, and until when.
 */
@NullMarked
package dev.segmentation.membership;

import org.jspecify.annotations.NullMarked;
