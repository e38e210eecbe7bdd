/**
 * The model of the layout, and the preferences of the reader: language, time zone and
 * theme.
 */
@NullMarked
@NamedInterface("web-page-layout")
package dev.segmentation.shared.web.page.layout;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
