package dev.segmentation.report.web;

import java.io.IOException;

import dev.segmentation.report.RecurringReports;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportMails;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.StaleReportException;
import dev.segmentation.report.drive.DriveException;
import dev.segmentation.report.drive.DriveNotAvailableException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages of a report: its state and its file, and revoking it.
 */
@PageController
@RequestMapping("/reports/{id}")
class ReportPageController {

	private final ReportService reports;

	private final ReportRows rows;

	private final TraceRows trace;

	private final RecurringReports recurring;

	private final ReportMails mails;

	ReportPageController(ReportService reports, ReportRows rows, TraceRows trace, RecurringReports recurring,
			ReportMails mails) {
		this.reports = reports;
		this.rows = rows;
		this.trace = trace;
		this.recurring = recurring;
		this.mails = mails;
	}

	@ModelAttribute("row")
	ReportRows.Row row(@PathVariable long id, CurrentAccount account) {
		return this.rows.of(this.reports.get(id), account);
	}

	@GetMapping
	String detail(@ModelAttribute("row") ReportRows.Row row, CurrentAccount account, Model model) {
		model.addAttribute("trace", this.trace.of(row.report()))
			.addAttribute("recurring", this.recurring.findOf(row.report()))
			.addAttribute("mail", this.mails.state(row.report()).orElse(null))
			.addAttribute("mailOffered", row.report().isOf(account) && this.mails.isOffered(account))
			.addAttribute("readers", this.reports.driveReaders(row.report()));
		return "reports/detail";
	}

	@GetMapping("/file")
	void file(@ModelAttribute("row") ReportRows.Row row, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Report report = row.report();
		if (!report.isKeptHere()) {
			throw Report.notFound();
		}
		if (!report.isReady()) {
			throw new StaleReportException(report);
		}
		ReportDownload.of(report).send(() -> this.reports.open(report), request, response);
	}

	@GetMapping("/revoke")
	String revokeForm(@ModelAttribute("row") ReportRows.Row row) {
		requireOpen(row.report());
		return "reports/revoke";
	}

	@PostMapping("/revoke")
	String revoke(@ModelAttribute("row") ReportRows.Row row, PageVisit visit) {
		Report report = row.report();
		requireOpen(report);
		try {
			this.reports.revoke(report.id(), visit.account());
			visit.tell(Toast.success("reports.revoked"));
		}
		catch (DriveException | DriveNotAvailableException ex) {
			visit.tell(Toast.error("reports.revoke.unconfirmed"));
		}
		return "redirect:" + report.url();
	}

	private static void requireOpen(Report report) {
		if (!report.isOpen()) {
			throw new StaleReportException(report);
		}
	}

}
