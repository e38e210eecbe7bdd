/**
 * One-time links: invitations, and resets of passwords.
 */
@NullMarked
@NamedInterface("link")
package dev.segmentation.account.link;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
