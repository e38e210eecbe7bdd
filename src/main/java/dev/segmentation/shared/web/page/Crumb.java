package dev.segmentation.shared.web.page;

/**
 * A breadcrumb, shown above the heading of a page.
 *
 * @param href the path from the root
 * @param text the name of the page, in the user's language
 */
public record Crumb(String href, String text) {
}
