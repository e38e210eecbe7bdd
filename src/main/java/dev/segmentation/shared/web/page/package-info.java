/**
 * The frame of the pages: layout, toasts, errors, language, time zone, theme, and the
 * conventions for the answers of handlers.
 */
@NullMarked
@NamedInterface("web-page")
package dev.segmentation.shared.web.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
