/**
 * Authentication and authorization of pages and API.
 */
@NullMarked
package dev.segmentation.config.security;

import org.jspecify.annotations.NullMarked;
