/**
 * Security of the JSON API and of monitoring: bearer tokens and refusals.
 */
@NullMarked
package dev.segmentation.config.security.api;

import org.jspecify.annotations.NullMarked;
