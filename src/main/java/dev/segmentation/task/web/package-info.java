/**
 * The pages of long acts.
 */
@NullMarked
package dev.segmentation.task.web;

import org.jspecify.annotations.NullMarked;
