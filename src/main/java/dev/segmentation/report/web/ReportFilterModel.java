package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryQuery;
import dev.segmentation.history.HistorySearch;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.shared.web.page.Words;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Reads the filters of a report as the history page does, and shows them above a form.
 */
@Component
class ReportFilterModel {

	/**
	 * From this number of lines on, the page suggests a report that is prepared in the
	 * background.
	 */
	private static final long LARGE = 1_000_000;

	private final HistorySearch search;

	private final HistoryExport export;

	private final Words words;

	ReportFilterModel(HistorySearch search, HistoryExport export, Words words) {
		this.search = search;
		this.export = export;
		this.words = words;
	}

	/**
	 * Returns the filter of a URL, and its problems in the user's language.
	 */
	Filter parse(HistoryQuery query, ZoneId zone) {
		HistorySearch.Meaning meaning = this.search.understand(query, zone);
		return new Filter(HistoryFilter.of(meaning.filter()),
				meaning.problems()
					.stream()
					.map((problem) -> this.words.message(problem.key(), problem.value()))
					.toList());
	}

	/**
	 * Adds the filters, their problems and the expected number of lines to the model.
	 */
	void show(HistoryQuery query, Filter filter, Model model) {
		model.addAttribute("query", query).addAttribute("problems", filter.problems());
		if (filter.isValid()) {
			long lines = this.export.estimate(filter.filter());
			model.addAttribute("lines", lines).addAttribute("large", lines >= LARGE);
		}
	}

	/**
	 * A filter of the history, and the messages about its invalid values.
	 */
	record Filter(HistoryFilter filter, List<String> problems) {

		boolean isValid() {
			return this.problems.isEmpty();
		}

	}

}
