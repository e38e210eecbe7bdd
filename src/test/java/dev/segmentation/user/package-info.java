/**
 * Tests of users without pages and API.
 */
@NullMarked
package dev.segmentation.user;

import org.jspecify.annotations.NullMarked;
