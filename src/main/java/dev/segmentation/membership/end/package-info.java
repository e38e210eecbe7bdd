/**
 * When memberships end: durations, instants, and changes of ends.
 */
@NullMarked
@NamedInterface("membership-end")
package dev.segmentation.membership.end;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
