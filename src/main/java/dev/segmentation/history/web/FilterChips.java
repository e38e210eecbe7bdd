package dev.segmentation.history.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryPeriod;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.DayText;
import dev.segmentation.shared.web.template.Formats;
import dev.segmentation.shared.web.template.Messages;

import org.springframework.stereotype.Component;

/**
 * Shows the filters that are set as chips. A click on a chip removes its filter.
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
	 * The chips of the filters that are set.
	 */
	public List<Chip> of(HistoryFilterForm form) {
		List<Chip> chips = new ArrayList<>();
		add(chips, form, "month", spelled(form.month(), YearMonth::parse, inZone(form, this.formats::month)));
		add(chips, form, "from", spelled(form.from(), LocalDate::parse, inZone(form, this.formats::date)));
		add(chips, form, "to", spelled(form.to(), LocalDate::parse, inZone(form, this.formats::date)));
		add(chips, form, "users", users(form));
		add(chips, form, "segment", form.segment());
		add(chips, form, "cause", causes(form));
		add(chips, form, "account", form.account());
		add(chips, form, "note", form.note());
		add(chips, form, "during", spelled(form.during(), HistoryPeriod::parse, this::period));
		return chips;
	}

	/** Adds the zone. Reports from before the choice of a zone have none. */
	private static <T> Function<T, String> inZone(HistoryFilterForm form, Function<T, String> speller) {
		return form.zone().isEmpty() ? speller : speller.andThen((days) -> "%s (%s)".formatted(days, form.zone()));
	}

	private String period(HistoryPeriod period) {
		return period.isHour() ? this.formats.hour(period.start())
				: this.formats.date(LocalDate.ofInstant(period.start(), ZoneOffset.UTC)) + " UTC";
	}

	private String users(HistoryFilterForm form) {
		String named = form.userList().isEmpty() ? form.users() : String.join(", ", form.userList());
		return form.listOfUsers().map((list) -> this.messages.get("history.users.list", list.count())).orElse(named);
	}

	private String causes(HistoryFilterForm form) {
		return Arrays.stream(ActKind.values())
			.map(ActKind::text)
			.filter(form.cause()::contains)
			.map((kind) -> this.messages.get("cause." + kind))
			.collect(Collectors.joining(", "));
	}

	/** Formats a date for people; an invalid one is shown as it was given. */
	private static <T> String spelled(String text, Function<String, T> parser, Function<T, String> speller) {
		return DayText.parse(text, parser).map(speller).orElse(text);
	}

	private static void add(List<Chip> chips, HistoryFilterForm form, String name, String value) {
		if (!value.isEmpty()) {
			chips.add(new Chip(name, value, form.without(name).url(HistoryPageController.PATH).first()));
		}
	}

	/**
	 * A filter that is set.
	 *
	 * @param name the name of the filter, for its label
	 * @param value the value as people read it
	 * @param without the URL of the history without the filter
	 */
	record Chip(String name, String value, String without) {
	}

}
