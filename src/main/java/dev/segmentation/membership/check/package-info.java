/**
 * Many questions about memberships, answered at once.
 */
@NullMarked
@NamedInterface("membership-check")
package dev.segmentation.membership.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
