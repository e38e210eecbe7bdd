package dev.segmentation.dashboard.web;

/**
 * A line of the palette, which opens a page.
 *
 * @param detail what distinguishes lines of the same title; may be empty
 * @param dialog whether the page opens in the dialog
 */
record PaletteItem(String href, String icon, String title, String detail, boolean dialog) {

	PaletteItem(String href, String icon, String title, String detail) {
		this(href, icon, title, detail, false);
	}

}
