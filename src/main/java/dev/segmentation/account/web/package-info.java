/**
 * Sign-up, sign-in and refresh in the JSON API.
 */
@NullMarked
package dev.segmentation.account.web;

import org.jspecify.annotations.NullMarked;
