/**
 * Sessions: of browsers that are signed in or remembered, and of programs that refresh
 * their tokens.
 */
@NullMarked
@NamedInterface("account-session")
package dev.segmentation.account.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
