/**
 * The pages of invitations, resets and the one-time links themselves.
 */
@NullMarked
package dev.segmentation.account.link.web;

import org.jspecify.annotations.NullMarked;
