/**
 * Accounts, their roles, and the tokens of their API sessions.
 */
@NullMarked
package dev.segmentation.account;

import org.jspecify.annotations.NullMarked;
