/**
 * Accounts: who can sign in, with which role, and the tokens that prove it.
 */
@NullMarked
package dev.segmentation.account;

import org.jspecify.annotations.NullMarked;
