package dev.segmentation.report.web;

import java.util.List;
import java.util.OptionalLong;

import dev.segmentation.report.RecurringReports;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportListFilter;
import dev.segmentation.report.Reports;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The list of reports.
 */
@PageController
class ReportListPageController {

	private static final int SIZE = 30;

	private final Reports reports;

	private final ReportRows rows;

	private final RecurringReports recurring;

	ReportListPageController(Reports reports, ReportRows rows, RecurringReports recurring) {
		this.reports = reports;
		this.rows = rows;
		this.recurring = recurring;
	}

	@GetMapping("/reports")
	@HtmxFragment("update")
	String list(@ModelAttribute("form") ReportListForm form, PageVisit visit, Model model) {
		ReportListFilter filter = form.filter(visit.account());
		Page<Report> page = this.reports.list(filter, form.cursor(), SIZE);
		PageLinks links = form.url().links(page, form.cursor());
		visit.pushUrl(links.self());
		model.addAttribute("query", form)
			.addAttribute("rows", rows(page, visit))
			.addAttribute("preparing", page.items().stream().anyMatch(Report::isPreparing))
			.addAttribute("count", number(this.reports.count(ReportListFilter.ALL)))
			.addAttribute("matching", number(this.reports.count(filter)))
			.addAttribute("rowsBefore", number(this.reports.countBefore(filter, page)))
			.addAttribute("recurring", this.recurring.count())
			.addAttribute("links", links);
		return "reports/list";
	}

	private List<ReportRows.Row> rows(Page<Report> page, PageVisit visit) {
		return page.items().stream().map((report) -> this.rows.of(report, visit.account())).toList();
	}

	private static @Nullable Long number(OptionalLong count) {
		return count.isPresent() ? count.getAsLong() : null;
	}

}
