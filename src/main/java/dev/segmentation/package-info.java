/**
 * Dynamic User Segmentation: which users are in which segment, and why.
 */
@NullMarked
package dev.segmentation;

import org.jspecify.annotations.NullMarked;
