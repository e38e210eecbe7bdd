package dev.segmentation.dashboard.web;

import java.util.Arrays;
import java.util.List;

import dev.segmentation.account.token.TokenService;
import dev.segmentation.dashboard.DashboardService;
import dev.segmentation.dashboard.DayOfChanges;
import dev.segmentation.dashboard.Totals;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.act.FoundActs;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.database.Disk;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.report.Reports;
import dev.segmentation.task.TaskService;
import dev.segmentation.user.sample.SampleUsers;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The start page. An application without segments and history shows the first steps
 * instead.
 */
@PageController
class DashboardPageController {

	private static final int EXPIRIES = 8;

	private final DashboardService dashboard;

	private final TaskService tasks;

	private final Reports reports;

	private final TokenService tokens;

	private final SampleUsers samples;

	private final List<Disk> disks;

	DashboardPageController(DashboardService dashboard, TaskService tasks, Reports reports, TokenService tokens,
			SampleUsers samples, List<Disk> disks) {
		this.reports = reports;
		this.dashboard = dashboard;
		this.tasks = tasks;
		this.tokens = tokens;
		this.samples = samples;
		this.disks = disks;
	}

	/**
	 * Shows the dashboard.
	 * @param ending {@code all} to list all segments with expiries
	 */
	@GetMapping("/")
	String show(@RequestParam(defaultValue = "") String ending, PageVisit visit, Model model) {
		Totals totals = this.dashboard.totals();
		model.addAttribute("totals", totals)
			.addAttribute("steps", this.dashboard.firstSteps())
			.addAttribute("tasks", this.tasks.running())
			.addAttribute("reports", this.reports.findRecent(visit.account()))
			.addAttribute("endingTokens", this.tokens.ending(visit.account()))
			.addAttribute("fullDisks", this.disks.stream().filter(Disk::isLow).toList());
		FoundActs acts = this.dashboard.lastActs();
		if (totals.segments() == 0 && acts.page().items().isEmpty()) {
			model.addAttribute("samples", this.samples.count());
			return "dashboard/first-steps";
		}
		List<DayOfChanges> days = this.dashboard.changes();
		model.addAttribute("acts", acts.page().items())
			.addAttribute("hours", acts.hours())
			.addAttribute("scope", HistoryFilterForm.EMPTY)
			.addAttribute("ending", this.dashboard.expiries())
			.addAttribute("endingShown", "all".equals(ending) ? Integer.MAX_VALUE : EXPIRIES)
			.addAttribute("days", days)
			.addAttribute("kinds", kinds(days));
		return "dashboard/home";
	}

	/** The causes of these days, in the order of all causes. */
	private static List<ActKind> kinds(List<DayOfChanges> days) {
		return Arrays.stream(ActKind.values())
			.filter((kind) -> days.stream().anyMatch((day) -> day.through(kind) > 0))
			.toList();
	}

}
