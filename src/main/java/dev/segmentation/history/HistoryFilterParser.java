package dev.segmentation.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.DayText;
import dev.segmentation.shared.InputProblem;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserReference;
import dev.segmentation.user.UserResolver;

import org.springframework.stereotype.Service;

/**
 * Parses the filters of the history: days in the person's time zone, and names. It also
 * knows which values the filters offer.
 */
@Service
@ReadOnly
public class HistoryFilterParser {

	/** The most users of a filter. */
	public static final int MOST_USERS = 2000;

	private static final int MOST_DESCRIBED = 10;

	private static final int MOST_STAFF = 200;

	private static final Pattern USER_ID = Pattern.compile("#?([1-9][0-9]{0,17})");

	/** The id at the end of a text, behind the name. */
	private static final Pattern SEGMENT_ID = Pattern.compile("(?:^|\\s)#([1-9][0-9]{0,17})$");

	private final UserResolver users;

	private final UserLists lists;

	private final HistoryFilterRepository names;

	HistoryFilterParser(UserResolver users, UserLists lists, HistoryFilterRepository names) {
		this.users = users;
		this.lists = lists;
		this.names = names;
	}

	/**
	 * Parses a form.
	 * @param reader the time zone of the reader, which is that of the days unless the
	 * form names another
	 */
	public ParsedFilter parse(HistoryFilterForm form, ZoneId reader) {
		List<InputProblem> problems = new ArrayList<>();
		ZoneId zone = zone(form, reader, problems);
		HistoryFilter filter = during(ofPeriod(HistoryFilter.all(), form, zone, problems), form, problems);
		filter = ofUsers(filter, form, problems);
		List<SegmentFit> fits = findSegments(form, problems);
		filter = ofSegments(filter, form, fits);
		filter = ofAccount(filter, form, problems);
		filter = ofKinds(filter, form, problems).noted(form.note());
		return new ParsedFilter(filter, zone, problems, (fits.size() > 1) ? fits : List.of());
	}

	private static ZoneId zone(HistoryFilterForm form, ZoneId reader, List<InputProblem> problems) {
		try {
			return form.zone().isEmpty() ? reader : ZoneId.of(form.zone());
		}
		catch (DateTimeException ex) {
			problems.add(InputProblem.of("zone", "history.unknown.zone", form.zone()));
			return reader;
		}
	}

	private static HistoryFilter ofPeriod(HistoryFilter filter, HistoryFilterForm form, ZoneId zone,
			List<InputProblem> problems) {
		Optional<YearMonth> month = read("month", form.month(), YearMonth::parse, "history.unknown.month", problems);
		Optional<LocalDate> first = read("from", form.from(), LocalDate::parse, "history.unknown.day", problems);
		Optional<LocalDate> last = read("to", form.to(), LocalDate::parse, "history.unknown.day", problems);
		first.filter((day) -> last.map(day::isAfter).orElse(false))
			.ifPresent((day) -> problems.add(InputProblem.of("to", "history.period.reversed")));
		month.ifPresent((given) -> {
			reportOutside(given, "from", first, problems);
			reportOutside(given, "to", last, problems);
		});
		Instant from = month.map((given) -> start(given.atDay(1), zone)).orElse(filter.from());
		Instant to = month.map((given) -> start(given.plusMonths(1).atDay(1), zone)).orElse(filter.to());
		Instant notBefore = first.map((day) -> start(day, zone)).orElse(from);
		Instant notAfter = last.map((day) -> start(day.plusDays(1), zone)).orElse(to);
		return filter.between(notBefore.isAfter(from) ? notBefore : from, notAfter.isBefore(to) ? notAfter : to);
	}

	private static void reportOutside(YearMonth month, String field, Optional<LocalDate> day,
			List<InputProblem> problems) {
		day.filter((given) -> !YearMonth.from(given).equals(month))
			.ifPresent((given) -> problems
				.add(InputProblem.of(field, "history.period.outside", given.toString(), month.toString())));
	}

	private static HistoryFilter during(HistoryFilter filter, HistoryFilterForm form, List<InputProblem> problems) {
		return read("during", form.during(), HistoryPeriod::parse, "history.unknown.period", problems)
			.map((period) -> filter.since(period.start()).until(period.end()))
			.orElse(filter);
	}

	/** Midnight, or the first moment of the day where the clocks skip midnight. */
	private static Instant start(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toInstant();
	}

	private static <T> Optional<T> read(String field, String text, Function<String, T> parser, String key,
			List<InputProblem> problems) {
		Optional<T> read = DayText.parse(text, parser);
		reportIf(read.isEmpty() && !text.isEmpty(), problems, field, key, text);
		return read;
	}

	private HistoryFilter ofUsers(HistoryFilter filter, HistoryFilterForm form, List<InputProblem> problems) {
		if (form.users().isEmpty()) {
			return filter;
		}
		Optional<UserListKey> list = UserListKey.parse(form.users());
		if (list.isPresent()) {
			Optional<List<Long>> users = list.flatMap(this.lists::find);
			reportIf(users.isEmpty(), problems, "users", "history.users.list.missing", form.users());
			return filter.ofUsers(Selection.only(users.orElse(List.of())));
		}
		List<String> texts = form.userList();
		reportIf(texts.isEmpty(), problems, "users", "history.users.none", form.users());
		reportIf(texts.size() > MOST_USERS, problems, "users", "history.users.many", Integer.toString(MOST_USERS));
		NamedUsers named = findUsers(texts.stream().limit(MOST_USERS).toList());
		problems.addAll(named.problems());
		return filter.ofUsers(Selection.only(named.ids()));
	}

	/**
	 * Finds the users that texts name. A number that no user has is the id of a deleted
	 * user: the history still has it.
	 */
	public NamedUsers findUsers(List<String> texts) {
		List<InputProblem> problems = new ArrayList<>();
		List<Long> ids = this.users.resolve(texts)
			.stream()
			.flatMap((user) -> findUser(user, problems).stream())
			.distinct()
			.toList();
		return new NamedUsers(ids, problems);
	}

	private Optional<Long> findUser(UserReference user, List<InputProblem> problems) {
		if (user.ambiguous()) {
			// Each description is a query, and readers mend the first ones first.
			String candidates = (problems.size() < MOST_DESCRIBED) ? this.users.describeCandidates(user.text()) : "…";
			problems.add(InputProblem.of("users", "history.ambiguous.user", user.text(), candidates));
			return Optional.empty();
		}
		if (user.userId() != null) {
			return Optional.of(user.userId());
		}
		Matcher id = USER_ID.matcher(user.text());
		boolean isId = id.matches();
		reportIf(!isId, problems, "users", "history.unknown.user", user.text());
		return isId ? Optional.of(Long.valueOf(id.group(1))) : Optional.empty();
	}

	private List<SegmentFit> findSegments(HistoryFilterForm form, List<InputProblem> problems) {
		if (form.segment().isEmpty()) {
			return List.of();
		}
		Matcher id = SEGMENT_ID.matcher(form.segment());
		List<SegmentFit> fits = this.names.findSegments(form.segment(), id.find() ? Long.valueOf(id.group(1)) : null);
		reportIf(fits.isEmpty(), problems, "segment", "history.unknown.segment", form.segment());
		return fits;
	}

	/** The segments that fit best. */
	private static HistoryFilter ofSegments(HistoryFilter filter, HistoryFilterForm form, List<SegmentFit> fits) {
		return form.segment().isEmpty() ? filter : filter.ofSegments(Selection
			.only(fits.stream().filter((fit) -> fit.rank() == fits.getFirst().rank()).map(SegmentFit::id).toList()));
	}

	private HistoryFilter ofAccount(HistoryFilter filter, HistoryFilterForm form, List<InputProblem> problems) {
		if (form.account().isEmpty()) {
			return filter;
		}
		Optional<Long> account = this.names.findAccount(form.account());
		reportIf(account.isEmpty(), problems, "account", "history.unknown.account", form.account());
		return filter.by(account.orElse(null));
	}

	private static HistoryFilter ofKinds(HistoryFilter filter, HistoryFilterForm form, List<InputProblem> problems) {
		List<ActKind> kinds = Arrays.stream(ActKind.values())
			.filter((kind) -> form.cause().contains(kind.text()))
			.toList();
		reportIf(kinds.size() < form.cause().size(), problems, "cause", "history.unknown.cause",
				String.join(", ", form.cause()));
		return filter.through(kinds);
	}

	private static void reportIf(boolean wrong, List<InputProblem> problems, String field, String key, String value) {
		if (wrong) {
			problems.add(InputProblem.of(field, key, value));
		}
	}

	/**
	 * The month of a form, if it has a valid one.
	 */
	public static Optional<YearMonth> month(HistoryFilterForm form) {
		return DayText.parse(form.month(), YearMonth::parse);
	}

	/**
	 * What the filters offer.
	 */
	public HistoryFilterOptions options() {
		return this.names.findOptions(MOST_STAFF);
	}

	/**
	 * The current and former names of segments in alphabetical order.
	 * @param start how the names begin
	 */
	public List<String> segmentNames(String start, int limit) {
		return this.names.findSegmentNames(start, limit);
	}

}
