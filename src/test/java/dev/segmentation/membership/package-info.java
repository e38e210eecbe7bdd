/**
 * Tests of memberships below their pages and API.
 */
@NullMarked
package dev.segmentation.membership;

import org.jspecify.annotations.NullMarked;
