/**
 * Rules for the passwords of staff.
 */
@NullMarked
@NamedInterface("account-password")
package dev.segmentation.account.password;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
