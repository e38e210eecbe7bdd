/**
 * The pages of users.
 */
@NullMarked
package dev.segmentation.user.web;

import org.jspecify.annotations.NullMarked;
