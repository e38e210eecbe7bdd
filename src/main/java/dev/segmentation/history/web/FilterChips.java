package dev.segmentation.history.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.segmentation.history.HistoryQuery;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.web.page.Formats;
import dev.segmentation.shared.web.page.Messages;

import org.springframework.stereotype.Component;

/**
 * Says which filters are set, each in a few words. In templates it is
 * {@code @filterChips}.
 */
@Component
class FilterChips {

	private final Messages messages;

	private final Formats formats;

	FilterChips(Messages messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/**
	 * The filters of an address, one by one.
	 */
	public List<Chip> of(HistoryQuery query) {
		List<Chip> chips = new ArrayList<>();
		add(chips, query, "month", spelled(query.month(), YearMonth::parse, this.formats::month));
		add(chips, query, "from", spelled(query.from(), LocalDate::parse, this.formats::date));
		add(chips, query, "to", spelled(query.to(), LocalDate::parse, this.formats::date));
		add(chips, query, "users", String.join(", ", query.userList()));
		add(chips, query, "segment", query.segment());
		add(chips, query, "cause", causes(query));
		add(chips, query, "account", query.account());
		return chips;
	}

	private String causes(HistoryQuery query) {
		return Arrays.stream(ActKind.values())
			.map(ActKind::text)
			.filter(query.cause()::contains)
			.map((kind) -> this.messages.get("cause." + kind))
			.collect(Collectors.joining(", "));
	}

	/** As people write it; what is no date is shown as it stands. */
	private static <T> String spelled(String text, Function<String, T> parser, Function<T, String> speller) {
		try {
			return text.isEmpty() ? "" : speller.apply(parser.apply(text));
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	private static void add(List<Chip> chips, HistoryQuery query, String name, String value) {
		if (!value.isEmpty()) {
			chips.add(new Chip(name, value, query.without(name).url(HistoryPageController.PATH)));
		}
	}

}
