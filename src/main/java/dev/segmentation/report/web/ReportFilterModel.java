package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.shared.web.template.Messages;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Reads the filters of a report like the history page, and shows them above a form.
 */
@Component
class ReportFilterModel {

	/**
	 * From this number of lines on, the page suggests a report that is prepared in the
	 * background.
	 */
	private static final long LARGE = 1_000_000;

	private final HistoryFilterParser parser;

	private final HistoryExport export;

	private final Messages messages;

	ReportFilterModel(HistoryFilterParser parser, HistoryExport export, Messages messages) {
		this.parser = parser;
		this.export = export;
		this.messages = messages;
	}

	/**
	 * Returns the filter of a URL, and its problems in the user's language.
	 */
	Filter parse(HistoryFilterForm query, ZoneId zone) {
		ParsedFilter parsed = this.parser.parse(query, zone);
		return new Filter(parsed.filter(),
				parsed.problems()
					.stream()
					.map((problem) -> this.messages.get(problem.key(), problem.arguments().toArray()))
					.toList());
	}

	/**
	 * Adds the filters, their problems and the expected number of lines to the model.
	 */
	void show(HistoryFilterForm query, Filter filter, Model model) {
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
