package dev.segmentation.report.web;

import java.io.IOException;
import java.time.ZoneId;

import dev.segmentation.history.CsvNotReadException;
import dev.segmentation.history.HistoryQuery;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.report.export.ReportName;
import dev.segmentation.shared.InvalidInputException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Downloads what the history's page shows, as it is at this moment.
 */
@Controller
@RequestMapping("/reports")
class DownloadPageController {

	private final ReportQuestion question;

	private final HistoryExport export;

	DownloadPageController(ReportQuestion question, HistoryExport export) {
		this.question = question;
		this.export = export;
	}

	@GetMapping("/download")
	String form(HistoryQuery query, @ModelAttribute("csv") CsvForm csv, ZoneId zone, Model model) {
		this.question.show(query, this.question.understand(query, zone), model);
		return "reports/download";
	}

	@GetMapping("/history.csv")
	void download(HistoryQuery query, @ModelAttribute("csv") CsvForm csv, ZoneId zone, HttpServletResponse response)
			throws IOException {
		ReportQuestion.Meaning meaning = this.question.understand(query, zone);
		if (!meaning.problems().isEmpty()) {
			throw new InvalidInputException();
		}
		String name = ReportName.of(meaning.filter(), csv.toLayout());
		try {
			this.export.read(meaning.filter(), csv.toLayout(), (lines) -> CsvAnswer.send(lines, name, response));
		}
		catch (CsvNotReadException ex) {
			throw ex.getCause();
		}
	}

}
