/**
 * The members of a segment: lists and searches them.
 */
@NullMarked
@NamedInterface("membership-member")
package dev.segmentation.membership.member;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
