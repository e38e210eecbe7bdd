package dev.segmentation.account.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page that a kept form belongs to. The first one whose paths match counts.
 */
enum KeptPage {

	SEGMENT_NEW("/segments/new"), SEGMENT_SETTINGS("/segments/\\d+/(settings|restriction)"),
	SEGMENT_MEMBERS("/segments/\\d+/members.*"), SEGMENT("/segments/.*"), USER_NEW("/users/new"),
	IMPORT("/users/imports?(/.*)?"), USER("/users/.*"), REPORT("/reports.*"), TOKEN("/tokens.*"),
	ACCOUNTS("/accounts/.*"), ACCOUNT("/account(/.*)?");

	private final Pattern paths;

	KeptPage(String paths) {
		this.paths = Pattern.compile(paths);
	}

	/**
	 * Finds the name of a page in the messages {@code again.page.<name>}.
	 */
	static Optional<String> nameOf(String path) {
		return Arrays.stream(values())
			.filter((page) -> page.paths.matcher(path).matches())
			.findFirst()
			.map((page) -> page.name().toLowerCase(Locale.ROOT));
	}

}
