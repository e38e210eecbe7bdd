/**
 * Sign-up, sign-in and refresh in the JSON API, and the sign-in page.
 */
@NullMarked
package dev.segmentation.account.web;

import org.jspecify.annotations.NullMarked;
