/**
 * The page of a password that must be changed.
 */
@NullMarked
package dev.segmentation.account.password.web;

import org.jspecify.annotations.NullMarked;
