package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryQuery;
import dev.segmentation.history.HistorySearch;
import dev.segmentation.report.ReportService;
import dev.segmentation.shared.web.Messages;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Understands which part of the history is asked for, as the history's page does, and
 * shows it above a form.
 */
@Component
class ReportQuestion {

	/** From so many lines on a report is worth preparing in the background. */
	private static final long LARGE = 1_000_000;

	private final HistorySearch search;

	private final ReportService reports;

	private final Messages messages;

	ReportQuestion(HistorySearch search, ReportService reports, Messages messages) {
		this.search = search;
		this.reports = reports;
		this.messages = messages;
	}

	/**
	 * What the filters of an address mean.
	 */
	Meaning understand(HistoryQuery query, ZoneId zone) {
		HistorySearch.Meaning meaning = this.search.understand(query, zone);
		return new Meaning(HistoryFilter.of(meaning.filter()),
				meaning.problems()
					.stream()
					.map((problem) -> this.messages.get(problem.key(), problem.value()))
					.toList());
	}

	/**
	 * Fills in what the top of a form shows: the filters, what is wrong with them, and
	 * about how many lines there are.
	 */
	void show(HistoryQuery query, Meaning meaning, Model model) {
		model.addAttribute("query", query);
		model.addAttribute("problems", meaning.problems());
		if (meaning.problems().isEmpty()) {
			long lines = this.reports.estimate(meaning.filter());
			model.addAttribute("lines", lines);
			model.addAttribute("large", lines >= LARGE);
		}
	}

	/**
	 * A part of the history, and what could not be understood, in the reader's language.
	 */
	record Meaning(HistoryFilter filter, List<String> problems) {
	}

}
