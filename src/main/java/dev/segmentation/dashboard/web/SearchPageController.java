package dev.segmentation.dashboard.web;

import dev.segmentation.dashboard.SearchService;
import dev.segmentation.shared.web.page.PageController;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search of every page: suggestions below its field, and a page of its own.
 */
@PageController
@RequestMapping("/search")
class SearchPageController {

	private static final int SUGGESTED = 5;

	private static final int SHOWN = 20;

	private final SearchService search;

	SearchPageController(SearchService search) {
		this.search = search;
	}

	@GetMapping
	String results(@RequestParam(defaultValue = "") String q, Model model) {
		show(q, SHOWN, model);
		return "search/results";
	}

	@GetMapping
	@HxRequest(boosted = false)
	String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
		show(q, SUGGESTED, model);
		return "search/results :: suggestions";
	}

	private void show(String q, int limit, Model model) {
		String text = q.replace("\0", "").strip();
		model.addAttribute("q", text);
		model.addAttribute("results", this.search.search(text, limit));
		model.addAttribute("limit", limit);
	}

}
