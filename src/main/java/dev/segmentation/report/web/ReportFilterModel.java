package dev.segmentation.report.web;

import java.time.ZoneId;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.export.FileSize;
import dev.segmentation.report.export.HistoryExport;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Reads the filters of a report like the history page, and shows them above a form.
 */
@Component
class ReportFilterModel {

	/**
	 * Excel opens no more rows, one of which is the header. From this number of lines on,
	 * the page also suggests a report that is prepared in the background.
	 */
	private static final long LARGE = 1_048_576;

	private final HistoryFilterParser parser;

	private final HistoryExport export;

	ReportFilterModel(HistoryFilterParser parser, HistoryExport export) {
		this.parser = parser;
		this.export = export;
	}

	/**
	 * Reads the filter of a URL.
	 */
	ParsedFilter parse(HistoryFilterForm query, ZoneId zone) {
		return this.parser.parse(query, zone);
	}

	/**
	 * Adds the filters, their problems and the expected size of the file to the model.
	 */
	void show(HistoryFilterForm query, ParsedFilter filter, ReportForm form, Model model) {
		model.addAttribute("query", query).addAttribute("problems", filter.problems());
		if (filter.isValid()) {
			CsvLayout layout = form.toLayout(filter.zone());
			long lines = this.export.estimate(filter.filter(), layout);
			model.addAttribute("lines", lines).addAttribute("large", lines >= LARGE);
			model.addAttribute("bytes", FileSize.about(layout, lines));
		}
	}

}
