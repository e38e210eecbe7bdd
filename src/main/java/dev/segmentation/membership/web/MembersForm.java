package dev.segmentation.membership.web;

import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The list of a segment's members as its URL describes it.
 *
 * @param q the search text
 * @param show {@code ending} for the members with an end
 * @param at the cursor of the page; {@code null} for the first page
 */
record MembersForm(@Nullable String q, @Nullable String show, @Nullable String at) {

	private static final String ENDING = "ending";

	static final MembersForm START = new MembersForm(null, null, null);

	MemberFilter filter() {
		return new MemberFilter(PlainText.of(requireNonNullElse(this.q, "")), ENDING.equals(this.show));
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	PageUrl url(long segmentId) {
		return PageUrl.of("/segments/" + segmentId)
			.with("q", filter().search())
			.with("show", filter().ending() ? ENDING : "");
	}

}
