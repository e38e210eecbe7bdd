package dev.segmentation.dashboard.web;

import java.util.List;

/**
 * Lines of the palette below a heading.
 *
 * @param name the end of the heading's message key
 */
record PaletteGroup(String name, List<PaletteItem> items) {
}
