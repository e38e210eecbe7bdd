/**
 * Who may ask for what.
 */
@NullMarked
package dev.segmentation.config.security;

import org.jspecify.annotations.NullMarked;
