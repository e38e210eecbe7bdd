/**
 * Security of the pages: what a request passes before its controller.
 */
@NullMarked
package dev.segmentation.config.security.page;

import org.jspecify.annotations.NullMarked;
