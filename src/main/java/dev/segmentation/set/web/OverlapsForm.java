package dev.segmentation.set.web;

import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * A comparison of segments as its URL describes it.
 *
 * @param ids the segments that are compared
 * @param segment the name of one more segment; empty for none
 */
record OverlapsForm(List<Long> ids, String segment) {

	/** The most segments of a comparison. */
	static final int MOST = 20;

	OverlapsForm(@Nullable List<Long> ids, @Nullable String segment) {
		this.ids = requireNonNullElse(ids, List.<Long>of()).stream().distinct().limit(MOST).toList();
		this.segment = PlainText.of(requireNonNullElse(segment, ""));
	}

	boolean isFull() {
		return this.ids.size() == MOST;
	}

	/**
	 * Returns the address with one more segment.
	 */
	String with(long id) {
		return url(Stream.concat(this.ids.stream(), Stream.of(id)).distinct().toList());
	}

	/**
	 * Returns the address without a segment.
	 */
	public String without(long id) {
		return url(this.ids.stream().filter((other) -> other != id).toList());
	}

	private static String url(List<Long> ids) {
		return PageUrl.of("/segments/compare").with("ids", ids).first();
	}

}
