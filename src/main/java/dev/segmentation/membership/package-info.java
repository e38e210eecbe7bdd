/**
 * Memberships: the present members of segments, and the end of each membership.
 */
@NullMarked
package dev.segmentation.membership;

import org.jspecify.annotations.NullMarked;
