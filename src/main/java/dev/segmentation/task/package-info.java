/**
 * Background tasks: work that may take longer than a request, with progress that every
 * instance can show.
 */
@NullMarked
package dev.segmentation.task;

import org.jspecify.annotations.NullMarked;
