/**
 * The end of memberships: durations, instants, and changes of the end.
 */
@NullMarked
@NamedInterface("membership-end")
package dev.segmentation.membership.end;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
