/**
 * What everybody wants to see first: all features at a glance.
 */
@NullMarked
package dev.segmentation.dashboard;

import org.jspecify.annotations.NullMarked;
