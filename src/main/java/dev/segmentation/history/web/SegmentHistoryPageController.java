package dev.segmentation.history.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.segmentation.history.ActFilter;
import dev.segmentation.history.ActPage;
import dev.segmentation.history.ActService;
import dev.segmentation.history.HistoryQuery;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.web.page.PageController;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The acts that changed a segment.
 */
@PageController
class SegmentHistoryPageController {

	private static final String PATH = "/segments/{id:[0-9]{1,18}}/history";

	private static final int PAGE = 50;

	private final ActService acts;

	private final SegmentService segments;

	private final Clock clock;

	SegmentHistoryPageController(ActService acts, SegmentService segments, Clock clock) {
		this.acts = acts;
		this.segments = segments;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String history(@PathVariable long id, HistoryQuery query, ZoneId zone, Model model) {
		model.addAttribute("segment", this.segments.details(id));
		show(id, query, zone, model);
		return "segments/history";
	}

	@HxRequest(boosted = false)
	@GetMapping(PATH)
	String table(@PathVariable long id, HistoryQuery query, ZoneId zone, Model model) {
		model.addAttribute("segment", this.segments.get(id));
		show(id, query, zone, model);
		return "segments/history :: table";
	}

	private void show(long id, HistoryQuery query, ZoneId zone, Model model) {
		ActPage page = this.acts.page(ActFilter.all().ofSegments(List.of(id)), query.place(), PAGE);
		HistoryQuery unfiltered = HistoryQuery.none();
		String path = "/segments/%d/history".formatted(id);
		model.addAttribute("page", page);
		model.addAttribute("days", ActDay.of(page.acts(), zone));
		model.addAttribute("today", LocalDate.ofInstant(this.clock.instant(), zone));
		model.addAttribute("newer", (page.newer() != null) ? unfiltered.newerThan(path, page.newer()) : null);
		model.addAttribute("older", (page.older() != null) ? unfiltered.olderThan(path, page.older()) : null);
	}

}
