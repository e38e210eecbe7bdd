package dev.segmentation.report.web;

import dev.segmentation.report.Report;
import dev.segmentation.report.ReportMails;
import dev.segmentation.report.ReportService;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Lets the author of a report ask for a mail when it is ready.
 */
@PageController
class ReportMailPageController {

	private final ReportService reports;

	private final ReportMails mails;

	ReportMailPageController(ReportService reports, ReportMails mails) {
		this.reports = reports;
		this.mails = mails;
	}

	@PostMapping("/reports/{id}/mail")
	String request(@PathVariable long id, PageVisit visit) {
		Report report = this.reports.get(id);
		if (report.isOf(visit.account())) {
			this.mails.request(report, ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
					LocaleContextHolder.getLocale());
		}
		return "redirect:" + report.url();
	}

}
