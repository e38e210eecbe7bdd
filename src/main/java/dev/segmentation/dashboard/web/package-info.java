/**
 * The pages that show all features at a glance.
 */
@NullMarked
package dev.segmentation.dashboard.web;

import org.jspecify.annotations.NullMarked;
