package dev.segmentation.history;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.shared.NoteText;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.page.FilterForm;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.user.UserText;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

/**
 * The filters of the history as its URL carries them. A filter that is not set is empty.
 *
 * @param zone the time zone of the month and the days, as in {@code Europe/Berlin}; empty
 * for that of the reader
 * @param month as 2026-11
 * @param from the first day, as 2026-11-24
 * @param to the last day
 * @param users ids, external ids, logins or e-mails, separated by commas or line breaks,
 * or a {@link UserListKey}
 * @param segment the current or a former name of a segment, or its name and id as in
 * {@code BETA #7}
 * @param cause the sources of the changes
 * @param account the login of the account that made the changes
 * @param note a part of the note of the changes
 * @param during an hour or a day (UTC), as a {@link HistoryPeriod}
 * @param at the cursor of the page
 */
public record HistoryFilterForm(String zone, String month, String from, String to, String users, String segment,
		List<String> cause, String account, String note, String during, String at) implements FilterForm {

	/** A form without filters. */
	public static final HistoryFilterForm EMPTY = new HistoryFilterForm(null, null, null, null, null, null, null, null,
			null, null, null);

	/** A name in quotation marks, or everything up to the next separator. */
	private static final Pattern USER = Pattern.compile("\\h*\"([^\"]+)\"\\h*(?=[,\\v]|$)|[^,\\v]+");

	public HistoryFilterForm(@Nullable String zone, @Nullable String month, @Nullable String from, @Nullable String to,
			@Nullable String users, @Nullable String segment, @Nullable List<String> cause, @Nullable String account,
			@Nullable String note, @Nullable String during, @Nullable String at) {
		this.zone = requireNonNullElse(zone, "");
		this.month = requireNonNullElse(month, "");
		this.from = requireNonNullElse(from, "");
		this.to = requireNonNullElse(to, "");
		this.users = requireNonNullElse(users, "");
		this.segment = requireNonNullElse(segment, "");
		this.cause = (cause != null) ? cause.stream().filter((kind) -> !kind.isBlank()).distinct().toList() : List.of();
		this.account = requireNonNullElse(account, "");
		this.note = NoteText.of(note);
		this.during = requireNonNullElse(during, "");
		this.at = requireNonNullElse(at, "");
	}

	@Override
	public Stream<@Nullable Object> filters() {
		return Stream.of(this.month, this.from, this.to, this.users, this.segment, String.join(",", this.cause),
				this.account, this.note, this.during);
	}

	/**
	 * Whether it has a month or days, which depend on a time zone.
	 */
	public boolean hasDays() {
		return !(this.month + this.from + this.to).isEmpty();
	}

	/**
	 * The same form with the zone of its month and days, so that its URL means the same
	 * to readers in other zones. Without days, the zone of the reader is left out.
	 * @param reader the time zone of the reader
	 */
	public HistoryFilterForm inZone(ZoneId reader) {
		String own = reader.getId();
		String named = (hasDays() && this.zone.isEmpty()) ? own : this.zone;
		return withZone((hasDays() || !named.equals(own)) ? named : "");
	}

	private HistoryFilterForm withZone(String named) {
		return new HistoryFilterForm(named, this.month, this.from, this.to, this.users, this.segment, this.cause,
				this.account, this.note, this.during, this.at);
	}

	/**
	 * The users one by one. Their names may contain blanks, and commas in quotation
	 * marks.
	 */
	public List<String> userList() {
		return USER.matcher(this.users)
			.results()
			.map((user) -> requireNonNullElseGet(user.group(1), user::group))
			.map((user) -> UserText.address(PlainText.of(user)))
			.filter((user) -> !user.isEmpty())
			.distinct()
			.toList();
	}

	/** A text without users stays, because no user is not the same as all users. */
	private String joinedUsers() {
		List<String> list = userList();
		return list.isEmpty() ? this.users
				: list.stream().map(HistoryFilterForm::quoted).collect(Collectors.joining(","));
	}

	private static String quoted(String user) {
		return (user.indexOf(',') >= 0) ? '"' + user + '"' : user;
	}

	/**
	 * Parses the filters of a URL.
	 * @param url with or without a path
	 */
	public static HistoryFilterForm ofUrl(String url) {
		MultiValueMap<String, String> values = UriComponentsBuilder.fromUriString(url).build().getQueryParams();
		return new HistoryFilterForm(first(values, "zone"), first(values, "month"), first(values, "from"),
				first(values, "to"), first(values, "users"), first(values, "segment"),
				values.getOrDefault("cause", List.of()).stream().map(HistoryFilterForm::decoded).toList(),
				first(values, "account"), first(values, "note"), first(values, "during"), null);
	}

	private static @Nullable String first(MultiValueMap<String, String> values, String name) {
		String value = values.getFirst(name);
		return (value != null) ? decoded(value) : null;
	}

	private static String decoded(String value) {
		return UriUtils.decode(value.replace("+", "%20"), StandardCharsets.UTF_8);
	}

	/**
	 * The URL of a page with these filters.
	 * @param path empty for the query alone
	 */
	public PageUrl url(String path) {
		return PageUrl.of(path)
			.with("month", this.month)
			.with("from", this.from)
			.with("to", this.to)
			.with("users", joinedUsers())
			.with("segment", this.segment)
			.with("cause", this.cause)
			.with("account", this.account)
			.with("note", this.note)
			.with("during", this.during)
			.with("zone", this.zone);
	}

	/**
	 * The same form without one filter and without the cursor.
	 */
	public HistoryFilterForm without(String filter) {
		HistoryFilterForm others = new HistoryFilterForm(this.zone, unless("month", filter, this.month),
				unless("from", filter, this.from), unless("to", filter, this.to), unless("users", filter, this.users),
				unless("segment", filter, this.segment), "cause".equals(filter) ? List.of() : this.cause,
				unless("account", filter, this.account), unless("note", filter, this.note),
				unless("during", filter, this.during), null);
		return others.hasDays() ? others : others.withZone("");
	}

	/**
	 * The same form for one segment, without the cursor.
	 */
	public HistoryFilterForm ofSegment(SegmentFit segment) {
		return ofSegment(segment.text());
	}

	/**
	 * The same form for the segments that a text names, without the cursor.
	 */
	public HistoryFilterForm ofSegment(String text) {
		return new HistoryFilterForm(this.zone, this.month, this.from, this.to, this.users, text, this.cause,
				this.account, this.note, this.during, null);
	}

	/**
	 * The same form for users, without the cursor.
	 * @param named as in the URL
	 */
	public HistoryFilterForm ofUsers(String named) {
		return new HistoryFilterForm(this.zone, this.month, this.from, this.to, named, this.segment, this.cause,
				this.account, this.note, this.during, null);
	}

	/**
	 * The same form for users, without the cursor.
	 */
	public HistoryFilterForm ofUserIds(Collection<Long> ids) {
		return ofUsers(ids.stream().map((id) -> "#" + id).collect(Collectors.joining(",")));
	}

	/**
	 * The list of users, if there are too many for the URL.
	 */
	public Optional<UserListKey> listOfUsers() {
		return UserListKey.parse(this.users);
	}

	/**
	 * The same form for the account with a login, without the cursor.
	 */
	public HistoryFilterForm by(String login) {
		return new HistoryFilterForm(this.zone, this.month, this.from, this.to, this.users, this.segment, this.cause,
				login, this.note, this.during, null);
	}

	/**
	 * The same form for a part of the note, without the cursor.
	 */
	public HistoryFilterForm noted(String part) {
		return new HistoryFilterForm(this.zone, this.month, this.from, this.to, this.users, this.segment, this.cause,
				this.account, part, this.during, null);
	}

	/**
	 * The same form for a month of a time zone, without the cursor.
	 */
	public HistoryFilterForm ofMonth(YearMonth month, ZoneId of) {
		return new HistoryFilterForm(of.getId(), month.toString(), null, null, this.users, this.segment, this.cause,
				this.account, this.note, null, null);
	}

	/**
	 * The same form for days of a time zone, without the cursor.
	 */
	public HistoryFilterForm ofDays(LocalDate first, LocalDate last, ZoneId of) {
		return new HistoryFilterForm(of.getId(), null, first.toString(), last.toString(), this.users, this.segment,
				this.cause, this.account, this.note, null, null);
	}

	/**
	 * The same form for a period, without the cursor.
	 * @param sources the only sources; empty for those of this form
	 */
	public HistoryFilterForm during(HistoryPeriod period, String... sources) {
		return new HistoryFilterForm(this.zone, this.month, this.from, this.to, this.users, this.segment,
				(sources.length == 0) ? this.cause : List.of(sources), this.account, this.note, period.toString(),
				null);
	}

	private static String unless(String name, String removed, String value) {
		return name.equals(removed) ? "" : value;
	}

}
