package dev.segmentation.history.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.segmentation.history.ActCursor;
import dev.segmentation.history.ActPage;
import dev.segmentation.history.ActService;
import dev.segmentation.history.HistoryQuery;
import dev.segmentation.history.HistorySearch;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Messages;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The history, act by act. Filters and place are in the address, so that it can be sent
 * to a colleague.
 */
@PageController
class HistoryPageController {

	static final String PATH = "/history";

	private static final int PAGE = 50;

	private static final int NAMES = 20;

	private final ActService acts;

	private final HistorySearch search;

	private final FilterChips chips;

	private final Messages messages;

	private final Clock clock;

	HistoryPageController(ActService acts, HistorySearch search, FilterChips chips, Messages messages, Clock clock) {
		this.acts = acts;
		this.search = search;
		this.chips = chips;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String list(HistoryQuery query, HttpServletRequest request, ZoneId zone, Model model) {
		if (hasEmptyParameters(request)) {
			// A form without the script sends what was left empty, too.
			return "redirect:" + query.canonical(PATH);
		}
		show(query, zone, model);
		model.addAttribute("months", months(query, zone));
		model.addAttribute("kinds", ActKind.values());
		model.addAttribute("staff", this.acts.staff());
		return "history/list";
	}

	@HxRequest(boosted = false)
	@GetMapping(PATH)
	String table(HistoryQuery query, ZoneId zone, Model model, HtmxResponse response) {
		response.setPushUrl(query.canonical(PATH));
		show(query, zone, model);
		return "history/list :: table";
	}

	/**
	 * The names that what was typed into the filter may become.
	 */
	@GetMapping("/history/segment-names")
	String segmentNames(@RequestParam(defaultValue = "") String segment, Model model) {
		model.addAttribute("names", this.acts.segmentNames(segment.replace("\0", ""), NAMES));
		return "history/list :: names";
	}

	private void show(HistoryQuery query, ZoneId zone, Model model) {
		HistorySearch.Meaning meaning = this.search.understand(query, zone);
		ActPage page = meaning.problems().isEmpty() ? this.acts.page(meaning.filter(), query.place(), PAGE)
				: new ActPage(List.of(), null, null, null);
		model.addAttribute("query", query);
		model.addAttribute("problems",
				meaning.problems()
					.stream()
					.map((problem) -> this.messages.get(problem.key(), problem.value()))
					.toList());
		model.addAttribute("chips", this.chips.of(query));
		model.addAttribute("page", page);
		model.addAttribute("days", ActDay.of(page.acts(), zone));
		model.addAttribute("today", LocalDate.ofInstant(this.clock.instant(), zone));
		model.addAttribute("newer", url(page.newer(), (cursor) -> query.newerThan(PATH, cursor)));
		model.addAttribute("older", url(page.older(), (cursor) -> query.olderThan(PATH, cursor)));
	}

	private static @Nullable String url(@Nullable ActCursor cursor, Function<ActCursor, String> address) {
		return (cursor != null) ? address.apply(cursor) : null;
	}

	private static boolean hasEmptyParameters(HttpServletRequest request) {
		return request.getParameterMap().values().stream().flatMap(Arrays::stream).anyMatch(String::isBlank);
	}

	/** The months that have a history, newest first, and the one that is asked for. */
	private List<YearMonth> months(HistoryQuery query, ZoneId zone) {
		YearMonth last = YearMonth.from(this.clock.instant().atZone(zone));
		YearMonth first = this.acts.beginning().map((at) -> YearMonth.from(at.atZone(zone))).orElse(last);
		Stream<YearMonth> known = Stream.iterate(last, (month) -> !month.isBefore(first),
				(month) -> month.minusMonths(1));
		return Stream.concat(HistorySearch.month(query).stream(), known)
			.distinct()
			.sorted(Comparator.reverseOrder())
			.toList();
	}

}
