/**
 * Tests of the pages.
 */
@NullMarked
package dev.segmentation.account.password.web;

import org.jspecify.annotations.NullMarked;
