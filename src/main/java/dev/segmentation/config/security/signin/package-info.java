/**
 * Sign-in to the pages: with a password, a second step or a passkey, or as a remembered
 * browser.
 */
@NullMarked
package dev.segmentation.config.security.signin;

import org.jspecify.annotations.NullMarked;
