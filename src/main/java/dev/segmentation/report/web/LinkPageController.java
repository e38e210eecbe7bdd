package dev.segmentation.report.web;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.EndChangeKind;
import dev.segmentation.report.LinkChangedException;
import dev.segmentation.report.LinkChanges;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.StaleReportException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Changes the settings and the end of a report that has not ended. Its link stays the
 * same.
 */
@PageController
@RequestMapping("/reports/{id}")
class LinkPageController {

	private final ReportService reports;

	private final LinkChanges changes;

	private final LinkEnds ends;

	private final LinkPasswordRules rules;

	LinkPageController(ReportService reports, LinkChanges changes, LinkEnds ends, LinkPasswordRules rules) {
		this.rules = rules;
		this.reports = reports;
		this.changes = changes;
		this.ends = ends;
	}

	@ModelAttribute("report")
	Report report(@PathVariable long id) {
		Report report = this.reports.get(id);
		if (!report.isOpen()) {
			throw new StaleReportException(report);
		}
		return report;
	}

	/** After a conflict, the user has seen the present settings. */
	@ModelAttribute("version")
	long version(@ModelAttribute("report") Report report) {
		return this.changes.version(report);
	}

	@GetMapping("/link")
	String settings(@ModelAttribute("report") Report report, Model model) {
		model.addAttribute("form", LinkForm.of(report, this.changes.version(report)));
		return "reports/link";
	}

	@PostMapping("/link")
	String change(@ModelAttribute("report") Report report, @Valid @ModelAttribute("form") LinkForm form,
			BindingResult errors, PageVisit visit) {
		this.rules.check(form.newPassword(), errors);
		try {
			if (!errors.hasErrors()) {
				this.changes.change(report, form.toChange(), visit.account());
				visit.tell(Toast.success("reports.link.changed"));
				return "redirect:" + report.url();
			}
		}
		catch (LinkChangedException ex) {
			errors.reject("reports.link.conflict");
			visit.answer(HttpStatus.CONFLICT);
		}
		return "reports/link";
	}

	@GetMapping("/extend")
	String end(Model model) {
		model.addAttribute("form", new LinkEndForm(EndChangeKind.LATER, null, null, null));
		return "reports/extend";
	}

	@PostMapping("/extend")
	String extend(@ModelAttribute("report") Report report, @Valid @ModelAttribute("form") LinkEndForm form,
			BindingResult errors, PageVisit visit) {
		EndChange change = this.ends.parse(form, errors, visit);
		boolean changed = change != null && this.ends.change(report, change, field(form), errors, visit);
		return changed ? "redirect:" + report.url() : "reports/extend";
	}

	/** Returns the field of the chosen way. */
	private static String field(LinkEndForm form) {
		return switch (form.change()) {
			case LATER -> "by";
			case AFTER -> "ttl";
			case AT, NEVER -> "until";
			case null -> "change";
		};
	}

}
