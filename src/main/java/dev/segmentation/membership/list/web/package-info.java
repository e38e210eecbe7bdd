/**
 * The pages of pasted lists.
 */
@NullMarked
package dev.segmentation.membership.list.web;

import org.jspecify.annotations.NullMarked;
