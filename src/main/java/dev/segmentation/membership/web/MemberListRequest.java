package dev.segmentation.membership.web;

import java.util.Map;
import java.util.Objects;

import dev.segmentation.membership.MemberFilter;
import dev.segmentation.membership.MemberPage;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the members' list asks for.
 *
 * @param q what is searched for
 * @param show {@code ending} for those who have an end
 * @param after where the page begins
 * @param before where the page ends
 */
record MemberListRequest(@Nullable String q, @Nullable String show, @Nullable String after, @Nullable String before) {

	private static final String ENDING = "ending";

	/** The usual list, from its start. */
	static final MemberListRequest START = new MemberListRequest(null, null, null, null);

	MemberFilter filter() {
		return new MemberFilter((this.q != null) ? this.q : "", ENDING.equals(this.show), this.after, this.before);
	}

	/**
	 * The addresses of this page and its neighbours.
	 */
	Links links(long segmentId, MemberPage page) {
		return new Links(url(segmentId, this.after, this.before),
				(page.previous() != null) ? url(segmentId, null, page.previous()) : null,
				(page.next() != null) ? url(segmentId, page.next(), null) : null);
	}

	/**
	 * The address of the first page.
	 */
	String first(long segmentId) {
		return url(segmentId, null, null);
	}

	private String url(long segmentId, @Nullable String after, @Nullable String before) {
		MemberFilter filter = filter();
		UriComponentsBuilder url = UriComponentsBuilder.fromPath("/segments/" + segmentId);
		if (!filter.search().isEmpty()) {
			url.queryParam("q", "{q}");
		}
		if (filter.ending()) {
			url.queryParam("show", ENDING);
		}
		if (after != null) {
			url.queryParam("after", "{place}");
		}
		if (before != null) {
			url.queryParam("before", "{place}");
		}
		return url.encode()
			.buildAndExpand(Map.of("q", filter.search(), "place",
					Objects.requireNonNullElse((after != null) ? after : before, "")))
			.toUriString();
	}

	/**
	 * Addresses of a list.
	 */
	record Links(String self, @Nullable String previous, @Nullable String next) {
	}

}
