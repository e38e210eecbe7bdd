/**
 * Passkeys of accounts.
 */
@NullMarked
@NamedInterface("passkey")
package dev.segmentation.account.factor.passkey;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
