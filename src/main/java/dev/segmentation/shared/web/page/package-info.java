/**
 * The frame of the pages: layout, toasts, errors, the reader's language, time zone and
 * theme, and how handlers are answered.
 */
@NullMarked
@NamedInterface("web-page")
package dev.segmentation.shared.web.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
