/**
 * Memberships on pages and in the JSON API.
 */
@NullMarked
package dev.segmentation.membership.web;

import org.jspecify.annotations.NullMarked;
