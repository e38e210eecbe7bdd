package dev.segmentation.history.web;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterOptions;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.FoundActs;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The history, act by act. The URL carries the filters and the cursor, so people can send
 * it to colleagues.
 */
@PageController
@RequestMapping(HistoryPageController.PATH)
class HistoryPageController {

	static final String PATH = "/history";

	private static final int NAMES = 20;

	private final HistoryFilterParser parser;

	private final ActService acts;

	private final ActList list;

	private final FilterChips chips;

	private final Clock clock;

	HistoryPageController(HistoryFilterParser parser, ActService acts, ActList list, FilterChips chips, Clock clock) {
		this.parser = parser;
		this.acts = acts;
		this.list = list;
		this.chips = chips;
		this.clock = clock;
	}

	@GetMapping
	@HtmxFragment("update")
	String list(HistoryFilterForm given, @RequestParam MultiValueMap<String, String> parameters, PageVisit visit,
			Model model) {
		HistoryFilterForm form = given.inZone(visit.zone());
		Cursor cursor = Cursor.parse(form.at());
		if (!visit.isPartial() && hasEmptyValue(parameters)) {
			// Without JavaScript a form sends empty fields too.
			return "redirect:" + form.url(PATH).at(cursor);
		}
		model.addAttribute("query", form);
		showActs(form, cursor, visit, model);
		if (!visit.isPartial()) {
			showOptions(form, visit.zone(), model);
		}
		return "history/list";
	}

	private static boolean hasEmptyValue(MultiValueMap<String, String> parameters) {
		return parameters.values().stream().flatMap(List::stream).anyMatch(String::isBlank);
	}

	private void showActs(HistoryFilterForm form, @Nullable Cursor cursor, PageVisit visit, Model model) {
		ParsedFilter parsed = this.parser.parse(form, visit.zone());
		FoundActs found = parsed.isValid() ? this.acts.page(parsed.filter(), cursor, Page.SIZE) : FoundActs.none();
		PageLinks links = form.url(PATH).links(found.page(), cursor);
		visit.pushUrl(links.self());
		this.list.show(found, form, links, visit, model);
		model.addAttribute("problems", parsed.problems()).addAttribute("fits", parsed.fits());
		model.addAttribute("chips", this.chips.of(form));
	}

	private void showOptions(HistoryFilterForm form, ZoneId zone, Model model) {
		HistoryFilterOptions options = this.parser.options();
		model.addAttribute("months", months(form, options.beginning(), zone));
		model.addAttribute("kinds", ActKind.values());
		model.addAttribute("staff", options.staff());
	}

	/** The months with history, newest first, and the requested month. */
	private List<YearMonth> months(HistoryFilterForm form, @Nullable Instant beginning, ZoneId zone) {
		YearMonth last = YearMonth.from(this.clock.instant().atZone(zone));
		YearMonth first = (beginning != null) ? YearMonth.from(beginning.atZone(zone)) : last;
		Stream<YearMonth> known = Stream.iterate(last, (month) -> !month.isBefore(first),
				(month) -> month.minusMonths(1));
		return Stream.concat(HistoryFilterParser.month(form).stream(), known)
			.distinct()
			.sorted(Comparator.reverseOrder())
			.toList();
	}

	/**
	 * Suggests current and former names of segments.
	 */
	@GetMapping("/segment-names")
	String segmentNames(@RequestParam(defaultValue = "") String segment, Model model) {
		model.addAttribute("names", this.parser.segmentNames(segment, NAMES));
		return "history/list :: names";
	}

}
