package dev.segmentation.membership.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.segmentation.shared.web.page.Toast;

/**
 * Tells what came of a change: also what went otherwise than the reader had seen.
 */
final class Told {

	private Told() {
	}

	/**
	 * A toast of some sentences, empty ones left out; it stays when nothing was done.
	 */
	static Toast toast(long done, String... sentences) {
		String text = Arrays.stream(sentences)
			.filter((sentence) -> !sentence.isEmpty())
			.collect(Collectors.joining(" "));
		return (done > 0) ? Toast.success("members.told", text) : Toast.error("members.told", text);
	}

}
