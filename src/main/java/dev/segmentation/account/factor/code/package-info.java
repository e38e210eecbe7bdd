/**
 * Codes of authenticator apps, and recovery codes.
 */
@NullMarked
@NamedInterface("code")
package dev.segmentation.account.factor.code;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
