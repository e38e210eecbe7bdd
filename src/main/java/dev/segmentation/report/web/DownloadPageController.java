package dev.segmentation.report.web;

import java.io.IOException;
import java.time.ZoneId;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.csv.CsvNotReadException;
import dev.segmentation.report.ReportName;
import dev.segmentation.report.ReportService;
import dev.segmentation.shared.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Downloads what the history's page shows, as it is at this moment.
 */
@PageController
@RequestMapping("/reports")
class DownloadPageController {

	private final ReportQuestion question;

	private final ReportService reports;

	DownloadPageController(ReportQuestion question, ReportService reports) {
		this.question = question;
		this.reports = reports;
	}

	@GetMapping("/download")
	String form(HistoryFilterForm query, @ModelAttribute("csv") CsvForm csv, ZoneId zone, Model model) {
		this.question.show(query, this.question.understand(query, zone), model);
		return "reports/download";
	}

	@GetMapping("/history.csv")
	void download(HistoryFilterForm query, @ModelAttribute("csv") CsvForm csv, ZoneId zone,
			HttpServletResponse response) throws IOException {
		ReportQuestion.Meaning meaning = this.question.understand(query, zone);
		if (!meaning.problems().isEmpty()) {
			throw new InvalidInputException();
		}
		String name = ReportName.of(meaning.filter(), csv.toLayout());
		try {
			this.reports.read(meaning.filter(), csv.toLayout(), (lines) -> CsvAnswer.send(lines, name, response));
		}
		catch (CsvNotReadException ex) {
			throw ex.getCause();
		}
	}

}
