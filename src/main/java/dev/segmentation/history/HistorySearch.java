package dev.segmentation.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.segmentation.shared.ActKind;

import org.springframework.stereotype.Component;

/**
 * Understands the filters of an address: days in the reader's zone, names as people write
 * them.
 */
@Component
public class HistorySearch {

	private static final int MOST_USERS = 10;

	private final ActService acts;

	HistorySearch(ActService acts) {
		this.acts = acts;
	}

	/**
	 * What the filters mean, and what about them cannot be meant.
	 */
	public Meaning understand(HistoryQuery query, ZoneId zone) {
		List<Problem> problems = new ArrayList<>();
		ActFilter filter = ActFilter.all();
		filter = within(filter, query, zone, problems);
		filter = ofUsers(filter, query, problems);
		if (!query.segment().isEmpty()) {
			List<Long> segments = this.acts.segmentsNamed(query.segment());
			filter = filter.ofSegments(segments);
			complain(problems, segments.isEmpty(), "history.unknown.segment", query.segment());
		}
		Set<ActKind> kinds = EnumSet.noneOf(ActKind.class);
		Arrays.stream(ActKind.values()).filter((kind) -> query.cause().contains(kind.text())).forEach(kinds::add);
		complain(problems, kinds.size() < query.cause().size(), "history.unknown.cause",
				String.join(", ", query.cause()));
		filter = filter.through(kinds);
		if (!query.account().isEmpty()) {
			Optional<Long> account = this.acts.findAccount(query.account());
			filter = account.isPresent() ? filter.by(account.get()) : filter;
			complain(problems, account.isEmpty(), "history.unknown.account", query.account());
		}
		return new Meaning(filter, problems);
	}

	/**
	 * The month that is asked for, if it is one.
	 */
	public static Optional<YearMonth> month(HistoryQuery query) {
		return parse(query.month(), YearMonth::parse);
	}

	private static ActFilter within(ActFilter filter, HistoryQuery query, ZoneId zone, List<Problem> problems) {
		Optional<YearMonth> month = read(query.month(), YearMonth::parse, "history.unknown.month", problems);
		Optional<LocalDate> first = read(query.from(), LocalDate::parse, "history.unknown.day", problems);
		Optional<LocalDate> last = read(query.to(), LocalDate::parse, "history.unknown.day", problems);
		Instant from = filter.from();
		Instant to = filter.to();
		if (month.isPresent()) {
			from = start(month.get().atDay(1), zone);
			to = start(month.get().plusMonths(1).atDay(1), zone);
		}
		if (first.isPresent()) {
			Instant start = start(first.get(), zone);
			from = start.isAfter(from) ? start : from;
		}
		if (last.isPresent()) {
			Instant end = start(last.get().plusDays(1), zone);
			to = end.isBefore(to) ? end : to;
		}
		return filter.between(from, to);
	}

	/** Midnight, or the first moment after it where the clocks skip it. */
	private static Instant start(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toInstant();
	}

	private static <T> Optional<T> read(String text, Function<String, T> parser, String key, List<Problem> problems) {
		Optional<T> read = parse(text, parser);
		complain(problems, read.isEmpty() && !text.isEmpty(), key, text);
		return read;
	}

	/** Years have four digits, as in calendars. */
	private static <T> Optional<T> parse(String text, Function<String, T> parser) {
		try {
			return text.matches("[1-9][0-9]{3}-.*") ? Optional.of(parser.apply(text)) : Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private ActFilter ofUsers(ActFilter filter, HistoryQuery query, List<Problem> problems) {
		List<String> asked = query.userList();
		if (asked.isEmpty()) {
			return filter;
		}
		complain(problems, asked.size() > MOST_USERS, "history.users.many", Integer.toString(MOST_USERS));
		List<Long> users = new ArrayList<>();
		for (String user : asked.subList(0, Math.min(asked.size(), MOST_USERS))) {
			Optional<Long> found = this.acts.findUser(user);
			found.ifPresent(users::add);
			complain(problems, found.isEmpty(), "history.unknown.user", user);
		}
		return filter.ofUsers(users);
	}

	private static void complain(List<Problem> problems, boolean wrong, String key, String value) {
		if (wrong) {
			problems.add(new Problem(key, value));
		}
	}

	/**
	 * A filter, and what was wrong with it.
	 */
	public record Meaning(ActFilter filter, List<Problem> problems) {
	}

	/**
	 * What cannot be meant.
	 *
	 * @param key of the message that says so
	 * @param value what was written, the message's argument
	 */
	public record Problem(String key, String value) {
	}

}
