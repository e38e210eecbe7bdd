package dev.segmentation.report.web;

import dev.segmentation.report.RecurringReport;
import dev.segmentation.report.RecurringReports;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportMails;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.drive.DriveNotAvailableException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.template.Formats;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The form to repeat a report.
 */
@PageController
@RequestMapping("/reports/{id}/repeat")
class RepeatPageController {

	private static final String FORM = "reports/repeat";

	private final ReportService reports;

	private final RecurringReports recurring;

	private final Formats formats;

	private final ReportMails mails;

	RepeatPageController(ReportService reports, RecurringReports recurring, Formats formats, ReportMails mails) {
		this.reports = reports;
		this.recurring = recurring;
		this.formats = formats;
		this.mails = mails;
	}

	@ModelAttribute("report")
	Report report(@PathVariable long id) {
		return this.reports.get(id);
	}

	@ModelAttribute("drive")
	boolean drive() {
		return this.reports.isDriveConfigured();
	}

	@ModelAttribute("mailOffered")
	boolean mailOffered(CurrentAccount account) {
		return this.mails.isOffered(account);
	}

	@GetMapping
	String form(@ModelAttribute("report") Report report, Model model) {
		model.addAttribute("form", RepeatForm.of(report));
		return FORM;
	}

	@PostMapping
	String repeat(@ModelAttribute("report") Report report, @ModelAttribute("form") RepeatForm form,
			BindingResult errors, PageVisit visit) {
		if (errors.hasErrors()) {
			return FORM;
		}
		try {
			RecurringReport repeated = this.recurring.repeat(report, form.rhythm(), form.targetAfter(report),
					visit.account());
			if (form.mail()) {
				this.mails.request(repeated, ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
						LocaleContextHolder.getLocale());
			}
			visit.tell(Toast.success("report.recurring.started", this.formats.when(repeated.nextAt())));
			return "redirect:/reports/recurring";
		}
		catch (DriveNotAvailableException ex) {
			errors.rejectValue("target", "reports.drive.missing");
			return FORM;
		}
	}

}
