package dev.segmentation.membership.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.segmentation.membership.member.MemberEnds;
import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.membership.member.MemberOrder;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.WholeNumber;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.util.Objects.requireNonNullElse;

/**
 * The list of a segment's members as its URL describes it. Unknown values count as not
 * set.
 *
 * @param q the search text
 * @param show the order: {@code newest}, {@code login}, or {@code ending} for the members
 * with an end
 * @param ends for example {@code week} for the members whose membership ends within a
 * week
 * @param source the source of the memberships
 * @param account the login of the account that added the members
 * @param act the id of an act whose users are listed
 * @param asOf the moment whose members are listed, as {@link Moment} reads it;
 * {@code null} for now
 * @param at the cursor of the page; {@code null} for the first page
 */
record MembersForm(@Nullable String q, @Nullable String show, @Nullable String ends, @Nullable String source,
		@Nullable String account, @Nullable Long act, @BindParam("as_of") @Nullable String asOf, @Nullable String at) {

	static final List<String> ORDERS = List.of("", "newest", "ending", "login");

	static final List<MemberEnds> ENDS = List.of(MemberEnds.values());

	static final MembersForm START = new MembersForm(null, null, null, null, null, null, null, null);

	/**
	 * Reads the filters from the query of a list's URL.
	 */
	static MembersForm parse(String query) {
		MultiValueMap<String, String> values = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
		return new MembersForm(value(values, "q"), value(values, "show"), value(values, "ends"),
				value(values, "source"), value(values, "account"), number(value(values, "act")), null, null);
	}

	private static @Nullable String value(MultiValueMap<String, String> values, String name) {
		String value = values.getFirst(name);
		return (value != null) ? UriUtils.decode(value, StandardCharsets.UTF_8) : null;
	}

	private static @Nullable Long number(@Nullable String text) {
		try {
			return (text != null) ? (Long) WholeNumber.parse(text) : null;
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException();
		}
	}

	MemberFilter filter() {
		return new MemberFilter(PlainText.of(requireNonNullElse(this.q, "")), order(), named(ENDS, this.ends),
				(this.source != null && !this.source.isEmpty()) ? named(MemberFilter.SOURCES, this.source) : null,
				PlainText.of(requireNonNullElse(this.account, "")), this.act);
	}

	private MemberOrder order() {
		return switch (requireNonNullElse(this.show, "")) {
			case "newest" -> MemberOrder.NEWEST;
			case "ending" -> MemberOrder.END;
			case "login" -> MemberOrder.LOGIN;
			default -> MemberOrder.ID;
		};
	}

	private static <T extends Enum<T>> T named(List<T> values, @Nullable String name) {
		return values.stream()
			.filter((value) -> value.name().equalsIgnoreCase(name))
			.findFirst()
			.orElse(values.getFirst());
	}

	/**
	 * The number of filters that are set, besides the search and the order.
	 */
	public long filterCount() {
		MemberFilter filter = filter();
		return Stream
			.of(filter.ends() != MemberEnds.ANY, filter.source() != null, !filter.account().isEmpty(), this.act != null)
			.filter((set) -> set)
			.count();
	}

	/**
	 * Returns the URL of the list without the act.
	 */
	public String withoutAct(long segmentId) {
		return new MembersForm(this.q, this.show, this.ends, this.source, this.account, null, null, null).url(segmentId)
			.first();
	}

	/**
	 * Whether the members of a moment are listed.
	 */
	boolean isPast() {
		return !moment().isEmpty();
	}

	/**
	 * Returns the moment as it was sent; empty for now.
	 */
	String moment() {
		return requireNonNullElse(this.asOf, "");
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	/**
	 * Returns the URL of the list as a file.
	 */
	public String exportUrl(long segmentId) {
		return url(segmentId, "/members/export").first();
	}

	/**
	 * Returns the URL that counts the members that match.
	 */
	String countUrl(long segmentId) {
		return PageUrl.of("/segments/" + segmentId + "/members/matching").with("filter", query()).first();
	}

	/**
	 * Returns the query of the list's URL, for {@link #parse}.
	 */
	public String query() {
		String url = url(0).first();
		int start = url.indexOf('?');
		return (start >= 0) ? url.substring(start + 1) : "";
	}

	PageUrl url(long segmentId) {
		return url(segmentId, "");
	}

	private PageUrl url(long segmentId, String below) {
		MemberFilter filter = filter();
		return PageUrl.of("/segments/" + segmentId + below)
			.with("q", filter.search())
			.with("show", (this.show != null && ORDERS.contains(this.show)) ? this.show : "")
			.with("ends", (filter.ends() != MemberEnds.ANY) ? filter.ends().name().toLowerCase(Locale.ROOT) : "")
			.with("source", (filter.source() != null) ? filter.source().text() : "")
			.with("account", filter.account())
			.with("act", filter.act());
	}

}
