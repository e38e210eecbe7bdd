/**
 * Pasted lists of users, which are reviewed and then added to a segment.
 */
@NullMarked
@NamedInterface("membership-list")
package dev.segmentation.membership.list;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
