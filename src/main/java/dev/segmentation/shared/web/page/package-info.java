/**
 * The frame of the pages: the conventions for the requests and answers of handlers.
 */
@NullMarked
@NamedInterface("web-page")
package dev.segmentation.shared.web.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
