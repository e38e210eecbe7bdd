package dev.segmentation.shared.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The addresses around a page of a list; each keeps the filters.
 *
 * @param first the start of the list
 * @param self this page
 * @param previous the page before; {@code null} on the first page
 * @param next the page after; {@code null} on the last page
 */
public record PageLinks(String first, String self, @Nullable String previous, @Nullable String next) {
}
