/**
 * Passkeys, authenticator apps and recovery codes.
 */
@NamedInterface("account-factor")
@NullMarked
package dev.segmentation.account.factor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
