/**
 * The pages of background tasks.
 */
@NullMarked
package dev.segmentation.task.web;

import org.jspecify.annotations.NullMarked;
