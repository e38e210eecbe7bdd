package dev.segmentation.report.web;

import java.util.List;

import dev.segmentation.report.Report;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.RevokedReports;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Revokes selected reports.
 */
@PageController
@RequestMapping("/reports/selected/revoke")
class SelectedReportsPageController {

	private final ReportService reports;

	SelectedReportsPageController(ReportService reports) {
		this.reports = reports;
	}

	@GetMapping
	String form(@Valid @ModelAttribute("form") SelectedReports form, BindingResult errors, Model model) {
		return show(form, errors, model);
	}

	@PostMapping
	String revoke(@Valid @ModelAttribute("form") SelectedReports form, BindingResult errors, PageVisit visit,
			Model model) {
		if (errors.hasErrors()) {
			return show(form, errors, model);
		}
		RevokedReports result = this.reports.revokeAll(form.reports(), visit.account());
		visit.tell((result.unconfirmed() > 0)
				? Toast.error("reports.selected.unconfirmed", result.revoked(), result.unconfirmed())
				: Toast.success("reports.selected.revoked", result.revoked()));
		return "redirect:" + list(visit);
	}

	/** Returns the address of the list behind the dialog. */
	private static String list(PageVisit visit) {
		String current = visit.currentPage();
		return current.startsWith("/reports?") ? current : "/reports";
	}

	private String show(SelectedReports form, BindingResult errors, Model model) {
		List<Report> selected = errors.hasErrors() ? List.of() : this.reports.findOpen(form.reports());
		model.addAttribute("selected", selected)
			.addAttribute("opened", selected.stream().mapToLong(Report::opened).sum());
		return "reports/revoke-selected";
	}

}
