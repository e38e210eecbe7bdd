package dev.segmentation.shared.web.page;

/**
 * A step of the way to a page, shown above its heading.
 *
 * @param href where the step leads, from the root
 * @param text what it is called, in the reader's language
 */
public record Crumb(String href, String text) {
}
