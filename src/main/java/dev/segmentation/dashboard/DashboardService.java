package dev.segmentation.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.FoundActs;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * The numbers of the start page. They are read from saved counts, so a request never
 * counts memberships.
 */
@Service
@ReadOnly
public class DashboardService {

	private static final int ACTS = 10;

	private static final Duration SOON = Duration.ofDays(1);

	/** The largest number of expiries that are counted. */
	private static final int MAX_EXPIRIES = 10_000;

	private static final int DAYS = 30;

	/** For so long after the installation the dashboard shows the first steps. */
	private static final Duration FIRST_STEPS = Duration.ofDays(14);

	private final DashboardRepository dashboard;

	private final ActService acts;

	private final Clock clock;

	DashboardService(DashboardRepository dashboard, ActService acts, Clock clock) {
		this.dashboard = dashboard;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * The numbers of users, segments and memberships.
	 */
	public Totals totals() {
		return this.dashboard.totals();
	}

	/**
	 * The first steps of a new installation.
	 */
	public FirstSteps firstSteps() {
		return this.dashboard.firstSteps(FIRST_STEPS);
	}

	/**
	 * The last acts, newest first.
	 */
	public FoundActs lastActs() {
		return this.acts.page(HistoryFilter.all(), null, ACTS);
	}

	/**
	 * The memberships that expire within a day.
	 */
	public UpcomingExpiries expiries() {
		return this.dashboard.findExpiries(SOON, MAX_EXPIRIES);
	}

	/**
	 * The changes of the last 30 days (UTC), today included, oldest first.
	 */
	public List<DayOfChanges> changes() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		LocalDate first = today.minusDays(DAYS - 1);
		Map<LocalDate, Map<ActKind, Long>> changes = this.dashboard.findChanges(first);
		return first.datesUntil(today.plusDays(1))
			.map((day) -> new DayOfChanges(day, changes.getOrDefault(day, Map.of())))
			.toList();
	}

}
