package dev.segmentation.history.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.SegmentFit;
import dev.segmentation.history.Selection;
import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.act.FoundActs;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lists the acts that changed a segment, maybe only those with a note.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/history")
class SegmentHistoryPageController {

	private final ActService acts;

	private final ActList list;

	SegmentHistoryPageController(ActService acts, ActList list) {
		this.acts = acts;
		this.list = list;
	}

	@GetMapping
	@HtmxFragment("table")
	String history(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("query") HistoryFilterForm query,
			PageVisit visit, Model model) {
		Cursor cursor = Cursor.parse(query.at());
		HistoryFilter filter = HistoryFilter.all()
			.ofSegments(Selection.only(List.of(segment.id())))
			.noted(query.note());
		FoundActs found = this.acts.page(filter, cursor, Page.SIZE);
		PageUrl url = PageUrl.of("/segments/%d/history".formatted(segment.id())).with("note", query.note());
		visit.pushUrl(url.at(cursor));
		HistoryFilterForm scope = HistoryFilterForm.EMPTY.ofSegment(new SegmentFit(segment.id(), segment.name(), 1));
		this.list.show(found, scope, url.links(found.page(), cursor), visit, model);
		return "segments/history";
	}

	/** The acts on the day of a moment, with the moments after them. */
	@GetMapping("/moments")
	@HtmxFragment("list")
	String moments(@ModelAttribute("segment") SegmentDetails segment, @RequestParam("at") Instant moment,
			PageVisit visit, Model model) {
		if (moment.isBefore(HistoryFilter.BEGINNING) || !moment.isBefore(HistoryFilter.END)) {
			throw new InvalidInputException();
		}
		LocalDate day = LocalDate.ofInstant(moment, visit.zone());
		HistoryFilter filter = HistoryFilter.all()
			.ofSegments(Selection.only(List.of(segment.id())))
			.between(day.atStartOfDay(visit.zone()).toInstant(),
					day.plusDays(1).atStartOfDay(visit.zone()).toInstant());
		List<ActSummary> found = this.acts.page(filter.through(EnumSet.allOf(ActKind.class)), null, Page.SIZE)
			.page()
			.items();
		model.addAttribute("acts", found)
			.addAttribute("moments", this.acts.moments(segment.id(), found.stream().map(ActSummary::id).toList()));
		return "segments/moments";
	}

}
