/**
 * Tests of the pages.
 */
@NullMarked
package dev.segmentation.account.link.web;

import org.jspecify.annotations.NullMarked;
