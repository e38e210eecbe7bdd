/**
 * Messages of a start that succeeded or failed.
 */
@NullMarked
package dev.segmentation.config.startup;

import org.jspecify.annotations.NullMarked;
