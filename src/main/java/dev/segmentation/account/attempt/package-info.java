/**
 * Sign-in attempts: how many wrong passwords a login, an address or a browser may send.
 */
@NullMarked
@NamedInterface("account-attempt")
package dev.segmentation.account.attempt;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
