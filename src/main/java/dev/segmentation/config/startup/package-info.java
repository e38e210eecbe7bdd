/**
 * The message of a start that succeeded. The sub-packages check settings and explain
 * failures.
 */
@NullMarked
package dev.segmentation.config.startup;

import org.jspecify.annotations.NullMarked;
