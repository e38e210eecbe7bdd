package dev.segmentation.report.web;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.EndChangeKind;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.StaleReportException;
import dev.segmentation.report.drive.DriveNotAvailableException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shares a report again. If its link still works, the reader decides what happens to it,
 * so that nobody has two links without knowing.
 */
@PageController
@RequestMapping("/reports/{id}/again")
class ShareAgainPageController {

	private static final String FORM = "reports/again";

	private final ReportService reports;

	private final ReportRows rows;

	private final LinkEnds ends;

	ShareAgainPageController(ReportService reports, ReportRows rows, LinkEnds ends) {
		this.reports = reports;
		this.rows = rows;
		this.ends = ends;
	}

	@ModelAttribute("row")
	ReportRows.Row row(@PathVariable long id, CurrentAccount account) {
		return this.rows.of(this.reports.get(id), account);
	}

	@GetMapping
	String form(@ModelAttribute("row") ReportRows.Row row, @ModelAttribute("form") ShareAgainForm form) {
		if (!row.report().hasLiveLink()) {
			throw new StaleReportException(row.report());
		}
		return FORM;
	}

	@PostMapping
	String share(@ModelAttribute("row") ReportRows.Row row, @ModelAttribute("form") ShareAgainForm form,
			BindingResult errors, PageVisit visit) {
		Report report = row.report();
		if (!report.hasLiveLink()) {
			return prepare(report, form, visit);
		}
		if (form.way() == ShareAgainForm.Way.RENEW) {
			return "redirect:" + this.reports.renew(report, visit.account()).url();
		}
		if (form.way() == null) {
			errors.rejectValue("way", "members.change.empty");
			return FORM;
		}
		EndChange later = this.ends.parse(new LinkEndForm(EndChangeKind.LATER, form.by(), null, null), errors, visit);
		boolean extended = later != null && this.ends.change(report, later, "by", errors, visit);
		return extended ? "redirect:" + report.url() : FORM;
	}

	/** Who has chosen a way saw a link that worked. */
	private String prepare(Report report, ShareAgainForm form, PageVisit visit) {
		if (form.way() != null) {
			throw new StaleReportException(report);
		}
		try {
			return "redirect:" + this.reports.again(report.id(), visit.account()).url();
		}
		catch (DriveNotAvailableException ex) {
			visit.tell(Toast.error("refused." + ex.key()));
			return "redirect:" + report.url();
		}
	}

}
