package dev.segmentation.report.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.report.NewReport;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.Reports;
import dev.segmentation.report.drive.DriveReaders;
import dev.segmentation.report.export.ReadableName;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The form for a new report, and the direct download of the history.
 */
@PageController
@RequestMapping("/reports")
class ReportsPageController {

	private final ReportService reports;

	private final Reports list;

	private final HistoryDownload download;

	private final ReportFilterModel filters;

	private final LinkEnds ends;

	private final LinkPasswordRules rules;

	private final FileFormats formats;

	ReportsPageController(ReportService reports, Reports list, HistoryDownload download, ReportFilterModel filters,
			LinkEnds ends, LinkPasswordRules rules, FileFormats formats) {
		this.reports = reports;
		this.list = list;
		this.download = download;
		this.filters = filters;
		this.ends = ends;
		this.rules = rules;
		this.formats = formats;
	}

	@GetMapping("/new")
	String newForm(HistoryFilterForm query, @ModelAttribute("form") ReportForm form, PageVisit visit, Model model) {
		ReportForm preselected = this.formats.preselect(form, visit).withEnd(this.ends.defaultTtl());
		model.addAttribute("form", preselected);
		return show(query.inZone(visit.zone()), this.filters.parse(query, visit.zone()), preselected, model);
	}

	@PostMapping
	String create(HistoryFilterForm query, @Valid @ModelAttribute("form") ReportForm form, BindingResult errors,
			PageVisit visit, Model model) {
		ParsedFilter filter = this.filters.parse(query, visit.zone());
		this.rules.check(form.toLink().newPassword(), errors);
		Duration kept = this.ends.kept(form, errors, visit);
		DriveReaders readers = form.toReaders(errors);
		if (form.place() == ReportPlace.DRIVE && !this.reports.isDriveConfigured()) {
			errors.rejectValue("place", "reports.drive.missing");
		}
		if (form.columns().isEmpty()) {
			errors.rejectValue("column", "reports.columns.none");
		}
		if (form.isPersonalUnnoticed()) {
			errors.rejectValue("personal", "reports.personal.missing");
		}
		if (!filter.isValid()) {
			errors.reject("reports.filter");
		}
		if (errors.hasErrors()) {
			return show(query.inZone(visit.zone()), filter, form, model);
		}
		NewReport report = new NewReport(form.place(), kept, query.inZone(visit.zone()).url("").first(),
				filter.filter(), form.toLayout(filter.zone()), readers);
		this.formats.remember(form, visit);
		LinkForm link = form.toLink();
		return "redirect:" + this.reports.start(report, link.toSettings(), link.newPassword(), visit.account()).url();
	}

	private String show(HistoryFilterForm query, ParsedFilter filter, ReportForm form, Model model) {
		this.filters.show(query, filter, form, model);
		String shared = query.url("").first();
		model.addAttribute("drive", this.reports.isDriveConfigured())
			.addAttribute("live", filter.isValid() ? this.list.findLive(shared) : List.of())
			.addAttribute("liveCount", filter.isValid() ? this.list.countLive(shared) : 0);
		return "reports/new";
	}

	@GetMapping("/download")
	String downloadForm(HistoryFilterForm query, @ModelAttribute("form") ReportForm form, PageVisit visit,
			Model model) {
		ReportForm preselected = this.formats.preselect(form, visit);
		model.addAttribute("form", preselected).addAttribute("noColumn", preselected.columns().isEmpty());
		this.filters.show(query.inZone(visit.zone()), this.filters.parse(query, visit.zone()), preselected, model);
		return "reports/download";
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/history.csv")
	@Nullable String download(@ModelAttribute("query") HistoryFilterForm query, @ModelAttribute("form") ReportForm form,
			PageVisit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ParsedFilter filter = this.filters.parse(query, visit.zone());
		if (!filter.isValid() || form.columns().isEmpty()) {
			// The form has the same choices, and says what is wrong.
			return "redirect:/reports/download?" + request.getQueryString();
		}
		if (request.getParameter("remember") != null) {
			this.formats.remember(form, visit);
		}
		CsvLayout layout = form.toLayout(filter.zone());
		String name = ReadableName.of(query, filter.filter(), layout);
		try {
			this.download.send(filter.filter(), layout, name, request, response);
			return null;
		}
		catch (BusyException ex) {
			response.setStatus(ex.status());
			response.setIntHeader(HttpHeaders.RETRY_AFTER, ex.retryAfterSeconds());
			return "reports/busy";
		}
	}

}
