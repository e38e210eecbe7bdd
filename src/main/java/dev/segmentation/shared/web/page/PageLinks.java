package dev.segmentation.shared.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a page of a list and of its neighbours. All addresses keep the
 * filters.
 *
 * @param first the start of the list
 * @param self this page
 * @param previous the previous page; {@code null} on the first page
 * @param next the next page; {@code null} on the last page
 */
public record PageLinks(String first, String self, @Nullable String previous, @Nullable String next) {
}
