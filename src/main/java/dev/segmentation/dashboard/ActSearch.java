package dev.segmentation.dashboard;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * Searches acts by their number, a part of their note, the login of their account, or the
 * current or former name of their segment.
 */
@Service
@ReadOnly
public class ActSearch {

	private static final Pattern NUMBER = Pattern.compile("[#\u2116]?\\s?([0-9]{1,18})");

	/** Shorter texts are in most notes. */
	private static final int SHORTEST = 2;

	private static final Comparator<ActSummary> NEWEST_FIRST = Comparator.comparing(ActSummary::at)
		.thenComparing(ActSummary::id)
		.reversed();

	private final ActService acts;

	private final HistoryFilterParser filters;

	ActSearch(ActService acts, HistoryFilterParser filters) {
		this.acts = acts;
		this.filters = filters;
	}

	/**
	 * Returns the acts that fit a text: first the one with this number, then the newest.
	 */
	public List<ActSummary> search(String text, int limit) {
		String wanted = text.strip();
		if (wanted.length() < SHORTEST) {
			return byNumber(wanted).toList();
		}
		HistoryFilterForm any = HistoryFilterForm.EMPTY;
		Stream<ActSummary> others = Stream.of(any.noted(wanted), any.by(wanted), any.ofSegment(wanted))
			.map((form) -> this.filters.parse(form, ZoneOffset.UTC))
			.filter(ParsedFilter::isValid)
			.flatMap((parsed) -> this.acts.page(parsed.filter(), null, limit).page().items().stream())
			.sorted(NEWEST_FIRST);
		return Stream.concat(byNumber(wanted), others).distinct().limit(limit).toList();
	}

	private Stream<ActSummary> byNumber(String text) {
		Matcher number = NUMBER.matcher(text);
		return number.matches() ? this.acts.find(Long.parseLong(number.group(1)), 1).stream() : Stream.empty();
	}

}
