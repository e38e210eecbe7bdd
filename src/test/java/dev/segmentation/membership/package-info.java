/**
 * Tests of memberships without pages and API.
 */
@NullMarked
package dev.segmentation.membership;

import org.jspecify.annotations.NullMarked;
