/**
 * Passwords: their hashes, the rules for those that people choose, and changes that are
 * due.
 */
@NullMarked
@NamedInterface("password")
package dev.segmentation.account.password;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
