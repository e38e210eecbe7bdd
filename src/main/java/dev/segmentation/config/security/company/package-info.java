/**
 * Sign-on at the company's OpenID Connect provider, and its end.
 */
@NullMarked
package dev.segmentation.config.security.company;

import org.jspecify.annotations.NullMarked;
