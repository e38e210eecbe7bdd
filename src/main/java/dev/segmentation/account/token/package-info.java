/**
 * The tokens of programs. A token is an account that has an owner and no password.
 */
@NullMarked
@NamedInterface("token")
package dev.segmentation.account.token;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
