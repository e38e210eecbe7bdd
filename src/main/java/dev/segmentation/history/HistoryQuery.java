package dev.segmentation.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the history as they stand in its address, and the place in it. What is
 * not given is empty.
 *
 * @param month as 2026-11
 * @param from the first day, as 2026-11-24
 * @param to the last day
 * @param users ids, logins or e-mails, separated by commas
 * @param segment the name of a segment that is or was
 * @param cause kinds of acts
 * @param account a login
 * @param before the act that the page is older than
 * @param after the act that the page is newer than
 */
public record HistoryQuery(String month, String from, String to, String users, String segment, List<String> cause,
		String account, String before, String after) {

	public HistoryQuery(@Nullable String month, @Nullable String from, @Nullable String to, @Nullable String users,
			@Nullable String segment, @Nullable List<String> cause, @Nullable String account, @Nullable String before,
			@Nullable String after) {
		this.month = text(month);
		this.from = text(from);
		this.to = text(to);
		this.users = text(users);
		this.segment = text(segment);
		this.cause = (cause != null) ? cause.stream().filter((kind) -> !kind.isBlank()).distinct().toList() : List.of();
		this.account = text(account);
		this.before = text(before);
		this.after = text(after);
	}

	/** No text of the database holds the NUL character. */
	private static String text(@Nullable String given) {
		return (given != null) ? given.replace("\0", "").strip() : "";
	}

	/**
	 * Without filters, at the newest acts.
	 */
	public static HistoryQuery none() {
		return new HistoryQuery(null, null, null, null, null, null, null, null, null);
	}

	public boolean isFiltered() {
		return filterCount() > 0;
	}

	/**
	 * How many filters there are.
	 */
	public long filterCount() {
		return Stream
			.of(this.month, this.from, this.to, this.users, this.segment, String.join(",", this.cause), this.account)
			.filter((value) -> !value.isEmpty())
			.count();
	}

	/**
	 * The users one by one.
	 */
	public List<String> userList() {
		return Arrays.stream(this.users.split("[,;\\s]+")).filter((user) -> !user.isEmpty()).distinct().toList();
	}

	/**
	 * Where in the history the page lies.
	 */
	public ActPlace place() {
		if (!this.after.isEmpty()) {
			return ActPlace.newerThan(ActCursor.parse(this.after));
		}
		return this.before.isEmpty() ? ActPlace.newest() : ActPlace.olderThan(ActCursor.parse(this.before));
	}

	/**
	 * The address with these filters at the newest acts.
	 */
	public String url(String path) {
		return at(path, null, null);
	}

	/**
	 * The address of what is older than an act.
	 */
	public String olderThan(String path, ActCursor cursor) {
		return at(path, "before", cursor);
	}

	/**
	 * The address of what is newer than an act.
	 */
	public String newerThan(String path, ActCursor cursor) {
		return at(path, "after", cursor);
	}

	/**
	 * The address as it should have been asked for.
	 */
	public String canonical(String path) {
		if (!this.after.isEmpty()) {
			return newerThan(path, ActCursor.parse(this.after));
		}
		return this.before.isEmpty() ? url(path) : olderThan(path, ActCursor.parse(this.before));
	}

	/**
	 * The same without one filter, and from the newest on.
	 */
	public HistoryQuery without(String filter) {
		return new HistoryQuery(unless("month", filter, this.month), unless("from", filter, this.from),
				unless("to", filter, this.to), unless("users", filter, this.users),
				unless("segment", filter, this.segment), "cause".equals(filter) ? List.of() : this.cause,
				unless("account", filter, this.account), null, null);
	}

	private static String unless(String name, String removed, String value) {
		return name.equals(removed) ? "" : value;
	}

	private String at(String path, @Nullable String direction, @Nullable ActCursor cursor) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
		add(url, "month", this.month);
		add(url, "from", this.from);
		add(url, "to", this.to);
		add(url, "users", String.join(",", userList()));
		add(url, "segment", this.segment);
		this.cause.forEach((kind) -> add(url, "cause", kind));
		add(url, "account", this.account);
		if (direction != null && cursor != null) {
			add(url, direction, cursor.text());
		}
		return url.build().toUriString();
	}

	private static void add(UriComponentsBuilder url, String name, String value) {
		if (!value.isEmpty()) {
			url.queryParam(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
	}

}
