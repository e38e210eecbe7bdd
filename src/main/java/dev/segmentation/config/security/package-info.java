/**
 * Authentication and authorization of pages and API. This package has what the
 * sub-packages share.
 */
@NullMarked
package dev.segmentation.config.security;

import org.jspecify.annotations.NullMarked;
