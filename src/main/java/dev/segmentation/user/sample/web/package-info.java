/**
 * The buttons that add and remove the sample users.
 */
@NullMarked
package dev.segmentation.user.sample.web;

import org.jspecify.annotations.NullMarked;
