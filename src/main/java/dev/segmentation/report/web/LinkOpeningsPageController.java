package dev.segmentation.report.web;

import dev.segmentation.report.Report;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.opening.LinkOpening;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows the openings of a report's link.
 */
@PageController
@RequestMapping("/reports/{id}/openings")
class LinkOpeningsPageController {

	private final ReportService reports;

	private final LinkOpeningService openings;

	LinkOpeningsPageController(ReportService reports, LinkOpeningService openings) {
		this.reports = reports;
		this.openings = openings;
	}

	@ModelAttribute("report")
	Report report(@PathVariable long id) {
		Report report = this.reports.get(id);
		if (report.place() != ReportPlace.LINK) {
			throw Report.notFound();
		}
		return report;
	}

	@GetMapping
	@HtmxFragment("table")
	String list(@ModelAttribute("report") Report report, @RequestParam @Nullable String at, Model model) {
		Cursor cursor = Cursor.parse(at);
		Page<LinkOpening> page = this.openings.page(report.id(), cursor, Page.SIZE);
		model.addAttribute("openings", page.items())
			.addAttribute("kept", LinkOpeningService.KEPT)
			.addAttribute("links", PageUrl.of(report.url() + "/openings").links(page, cursor));
		return "reports/openings";
	}

}
