/**
 * Access tokens, which are JWTs, and the key that signs them.
 */
@NullMarked
@NamedInterface("jwt")
package dev.segmentation.account.jwt;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
