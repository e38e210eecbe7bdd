/**
 * Tests of the pages.
 */
@NullMarked
package dev.segmentation.account.staff.web;

import org.jspecify.annotations.NullMarked;
