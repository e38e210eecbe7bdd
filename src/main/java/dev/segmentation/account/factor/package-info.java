/**
 * Second factors: which accounts have one, and which must have one. The sub-packages have
 * passkeys and codes.
 */
@NamedInterface("account-factor")
@NullMarked
package dev.segmentation.account.factor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
