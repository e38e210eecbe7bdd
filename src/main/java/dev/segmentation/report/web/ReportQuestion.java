package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.report.ReportService;
import dev.segmentation.shared.web.page.Words;

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

	private final HistoryFilterParser search;

	private final ReportService reports;

	private final Words words;

	ReportQuestion(HistoryFilterParser search, ReportService reports, Words words) {
		this.search = search;
		this.reports = reports;
		this.words = words;
	}

	/**
	 * What the filters of an address mean.
	 */
	Meaning understand(HistoryFilterForm query, ZoneId zone) {
		ParsedFilter meaning = this.search.parse(query, zone);
		return new Meaning(meaning.filter(),
				meaning.problems()
					.stream()
					.map((problem) -> this.words.message(problem.key(), problem.value()))
					.toList());
	}

	/**
	 * Fills in what the top of a form shows: the filters, what is wrong with them, and
	 * about how many lines there are.
	 */
	void show(HistoryFilterForm query, Meaning meaning, Model model) {
		model.addAttribute("query", query);
		model.addAttribute("problems", meaning.problems());
		if (meaning.problems().isEmpty()) {
			long lines = this.reports.estimate(meaning.filter());
			model.addAttribute("lines", lines);
			model.addAttribute("large", lines >= LARGE);
		}
	}

	/**
	 * A part of the history, and what could not be understood, in the reader's words.
	 */
	record Meaning(HistoryFilter filter, List<String> problems) {
	}

}
