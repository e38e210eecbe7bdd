package dev.segmentation.report.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.report.NewReport;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.ReportProperties;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.export.ReadableName;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of reports, the form for a new one, and the direct download of the history.
 */
@PageController
@RequestMapping("/reports")
class ReportsPageController {

	private static final int SIZE = 30;

	private static final int MAX_DAYS = 365;

	private final ReportService reports;

	private final HistoryDownload download;

	private final ReportFilterModel filters;

	private final ReportRows rows;

	private final FileFormats formats;

	private final long defaultDays;

	ReportsPageController(ReportService reports, HistoryDownload download, ReportFilterModel filters, ReportRows rows,
			FileFormats formats, ReportProperties properties) {
		this.reports = reports;
		this.download = download;
		this.filters = filters;
		this.rows = rows;
		this.formats = formats;
		this.defaultDays = properties.keep().toDays();
	}

	@GetMapping
	@HtmxFragment("table")
	String list(@RequestParam @Nullable String at, Model model) {
		Cursor cursor = Cursor.parse(at);
		Page<Report> page = this.reports.page(cursor, SIZE);
		model.addAttribute("rows", page.items().stream().map(this.rows::of).toList())
			.addAttribute("preparing", page.items().stream().anyMatch(Report::isPreparing))
			.addAttribute("links", PageUrl.of("/reports").links(page, cursor));
		return "reports/list";
	}

	@GetMapping("/new")
	String newForm(HistoryFilterForm query, @ModelAttribute("form") ReportForm form, PageVisit visit, Model model) {
		model.addAttribute("form", this.formats.preselect(form, visit).withDays(this.defaultDays));
		return show(query.inZone(visit.zone()), this.filters.parse(query, visit.zone()), model);
	}

	@PostMapping
	String create(HistoryFilterForm query, @ModelAttribute("form") ReportForm form, BindingResult errors,
			PageVisit visit, Model model) {
		ParsedFilter filter = this.filters.parse(query, visit.zone());
		validate(form, errors);
		if (!filter.isValid()) {
			errors.reject("reports.filter");
		}
		if (errors.hasErrors()) {
			return show(query.inZone(visit.zone()), filter, model);
		}
		Integer days = form.withDays(this.defaultDays).days();
		NewReport report = new NewReport(form.place(), Duration.ofDays((days != null) ? days : 0),
				query.inZone(visit.zone()).url("").first(), filter.filter(), form.toLayout(filter.zone()));
		this.formats.remember(form, visit);
		return "redirect:" + this.reports.start(report, visit.account()).url();
	}

	private void validate(ReportForm form, Errors errors) {
		Integer days = form.days();
		if (form.place() != ReportPlace.DRIVE && days != null && (days < 1 || days > MAX_DAYS)) {
			errors.rejectValue("days", "reports.days.range", new Object[] { MAX_DAYS }, null);
		}
		if (form.place() == ReportPlace.DRIVE && !this.reports.isDriveConfigured()) {
			errors.rejectValue("place", "reports.drive.missing");
		}
	}

	private String show(HistoryFilterForm query, ParsedFilter filter, Model model) {
		this.filters.show(query, filter, model);
		List<Long> durations = LongStream.of(1, 7, 30, this.defaultDays).sorted().distinct().boxed().toList();
		model.addAttribute("drive", this.reports.isDriveConfigured()).addAttribute("durations", durations);
		return "reports/new";
	}

	@GetMapping("/download")
	String downloadForm(HistoryFilterForm query, @ModelAttribute("form") ReportForm form, PageVisit visit,
			Model model) {
		this.filters.show(query.inZone(visit.zone()), this.filters.parse(query, visit.zone()), model);
		model.addAttribute("form", this.formats.preselect(form, visit));
		return "reports/download";
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/history.csv")
	@Nullable String download(@ModelAttribute("query") HistoryFilterForm query, @ModelAttribute("form") ReportForm form,
			PageVisit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ParsedFilter filter = this.filters.parse(query, visit.zone());
		if (!filter.isValid()) {
			throw new InvalidInputException();
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
