package dev.segmentation.segment.web;

/**
 * The name of a segment as a form field shows it: without control characters, such as
 * line breaks, and without surrounding blanks. The API allows both in names.
 */
final class ShownName {

	private ShownName() {
	}

	static String of(String name) {
		return name.replaceAll("\\p{Cc}", "").strip();
	}

}
