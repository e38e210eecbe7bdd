/**
 * Accounts, their roles, and sign-in with a password.
 */
@NullMarked
package dev.segmentation.account;

import org.jspecify.annotations.NullMarked;
