/**
 * What a start says, whether it succeeds or fails.
 */
@NullMarked
package dev.segmentation.config.startup;

import org.jspecify.annotations.NullMarked;
