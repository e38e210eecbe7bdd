package dev.segmentation.segment.web;

import dev.segmentation.shared.PlainText;

/**
 * The name of a segment as people see it: without control characters, such as line
 * breaks, without invisible characters and without surrounding blanks. The API allows all
 * of them in names.
 */
final class ShownName {

	private ShownName() {
	}

	static String of(String name) {
		return PlainText.of(name.replaceAll("\\p{Cc}", ""));
	}

}
