package dev.segmentation.dashboard.web;

import dev.segmentation.dashboard.SearchService;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search of all pages: suggestions below its field, and a page with more results.
 */
@PageController
class SearchPageController {

	private static final int SUGGESTED = 5;

	private static final int SHOWN = 20;

	private final SearchService search;

	SearchPageController(SearchService search) {
		this.search = search;
	}

	@GetMapping("/search")
	@HtmxFragment("suggestions")
	String results(@RequestParam(defaultValue = "") String q, PageVisit visit, Model model) {
		int limit = visit.isPartial() ? SUGGESTED : SHOWN;
		model.addAttribute("q", q).addAttribute("results", this.search.search(q, limit)).addAttribute("limit", limit);
		return "search/results";
	}

}
