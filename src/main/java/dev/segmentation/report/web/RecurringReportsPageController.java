package dev.segmentation.report.web;

import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.report.RecurringReport;
import dev.segmentation.report.RecurringReports;
import dev.segmentation.report.Report;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.template.Formats;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of recurring reports.
 */
@PageController
@RequestMapping("/reports/recurring")
class RecurringReportsPageController {

	private static final String LIST = "/reports/recurring";

	private final RecurringReports recurring;

	private final Formats formats;

	RecurringReportsPageController(RecurringReports recurring, Formats formats) {
		this.recurring = recurring;
		this.formats = formats;
	}

	@GetMapping
	@HtmxFragment("table")
	String list(@RequestParam @Nullable String at, Model model) {
		Cursor cursor = Cursor.parse(at);
		Page<RecurringReport> page = this.recurring.list(cursor, Page.SIZE);
		List<Row> rows = page.items().stream().map(this::row).toList();
		model.addAttribute("rows", rows)
			.addAttribute("pending", rows.stream().anyMatch(Row::isPending))
			.addAttribute("count", this.recurring.count())
			.addAttribute("links", PageUrl.of(LIST).links(page, cursor));
		return "reports/recurring";
	}

	private Row row(RecurringReport recurring) {
		Report report = this.recurring.report(recurring);
		HistoryFilterForm query = Stream.of("month", "from", "to", "during")
			.reduce(HistoryFilterForm.ofUrl(report.content().query()), HistoryFilterForm::without,
					(first, last) -> last);
		return new Row(recurring, report, query);
	}

	@PostMapping("/{id}/pause")
	String pause(@PathVariable long id, PageVisit visit) {
		this.recurring.pause(this.recurring.get(id));
		visit.tell(Toast.success("report.recurring.wasPaused"));
		return "redirect:" + LIST;
	}

	@PostMapping("/{id}/resume")
	String resume(@PathVariable long id, PageVisit visit) {
		this.recurring.resume(this.recurring.get(id), visit.account());
		visit.tell(Toast.success("report.recurring.wasResumed", this.formats.when(this.recurring.get(id).nextAt())));
		return "redirect:" + LIST;
	}

	@GetMapping("/{id}/delete")
	String deleteForm(@PathVariable long id, Model model) {
		model.addAttribute("row", row(this.recurring.get(id)));
		return "reports/recurring-delete";
	}

	@PostMapping("/{id}/delete")
	String delete(@PathVariable long id, PageVisit visit) {
		this.recurring.delete(this.recurring.get(id));
		visit.tell(Toast.success("report.recurring.wasDeleted"));
		return "redirect:" + LIST;
	}

	/**
	 * A recurring report with its newest report.
	 *
	 * @param query the filters without the period
	 */
	record Row(RecurringReport recurring, Report report, HistoryFilterForm query) {

		/** Whether a report is due or being prepared. */
		boolean isPending() {
			boolean due = !this.recurring.isPaused() && !this.recurring.nextAt().isAfter(this.recurring.readAt());
			return due || this.report.isPreparing();
		}

	}

}
