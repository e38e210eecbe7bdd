/**
 * Passwords that people choose: their rules, and changes that are due.
 */
@NullMarked
@NamedInterface("password")
package dev.segmentation.account.password;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
