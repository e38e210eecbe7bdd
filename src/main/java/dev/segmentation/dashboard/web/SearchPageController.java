package dev.segmentation.dashboard.web;

import dev.segmentation.dashboard.ActSearch;
import dev.segmentation.dashboard.SearchResults;
import dev.segmentation.dashboard.SearchService;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search of all pages: the palette, a page with more results, and the list of
 * keyboard shortcuts.
 */
@PageController
class SearchPageController {

	private static final int SUGGESTED = 5;

	private static final int SUGGESTED_ACTS = 3;

	private static final int SHOWN = 20;

	private final SearchService search;

	private final ActSearch acts;

	private final Palette palette;

	SearchPageController(SearchService search, ActSearch acts, Palette palette) {
		this.search = search;
		this.acts = acts;
		this.palette = palette;
	}

	@GetMapping("/search")
	@HtmxFragment("palette")
	String results(@RequestParam(defaultValue = "") String q, PageVisit visit, Model model) {
		int limit = visit.isPartial() ? SUGGESTED : SHOWN;
		SearchResults results = this.search.search(q, limit);
		model.addAttribute("q", q)
			.addAttribute("results", results)
			.addAttribute("limit", limit)
			.addAttribute("acts", this.acts.search(q, visit.isPartial() ? SUGGESTED_ACTS : SHOWN));
		if (visit.isPartial()) {
			model.addAttribute("groups", this.palette.groups(q, results, visit.account()));
		}
		return "search/results";
	}

	@GetMapping("/shortcuts")
	String shortcuts() {
		return "search/shortcuts";
	}

}
