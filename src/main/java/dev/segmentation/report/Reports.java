package dev.segmentation.report;

import java.util.List;
import java.util.OptionalLong;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The list of reports.
 */
@Service
public class Reports {

	private static final int MOST_COUNTED = 10_000;

	private static final int MOST_SHOWN = 5;

	private final ReportListRepository lists;

	private final ReportTasks tasks;

	Reports(ReportListRepository lists, ReportTasks tasks) {
		this.lists = lists;
		this.tasks = tasks;
	}

	/**
	 * Finds the newest reports of a filter whose links work.
	 * @param query the filter as in the URL of the history page
	 */
	public List<Report> findLive(String query) {
		return this.lists.findLive(query, MOST_SHOWN);
	}

	/**
	 * Finds the newest reports that an account requested on the pages within a week.
	 */
	public List<Report> findRecent(CurrentAccount account) {
		return this.tasks.load(this.lists.findRecent(account.id(), MOST_SHOWN));
	}

	/**
	 * Counts the reports of a filter whose links work.
	 * @param query the filter as in the URL of the history page
	 */
	public long countLive(String query) {
		return this.lists.countLive(query);
	}

	/**
	 * Returns the number of reports.
	 * @return empty when there are more than 10,000
	 */
	public OptionalLong count(ReportListFilter filter) {
		return counted(filter, null);
	}

	/**
	 * Returns the number of reports before a page.
	 * @return empty when there are more than 10,000
	 */
	public OptionalLong countBefore(ReportListFilter filter, Page<Report> page) {
		return (page.previous() != null) ? counted(filter, page.previous()) : OptionalLong.of(0);
	}

	private OptionalLong counted(ReportListFilter filter, @Nullable Cursor from) {
		long count = this.lists.count(filter, from, MOST_COUNTED + 1);
		return (count <= MOST_COUNTED) ? OptionalLong.of(count) : OptionalLong.empty();
	}

	/**
	 * Returns a page of reports.
	 * @param cursor {@code null} for the first page
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another list
	 */
	public Page<Report> list(ReportListFilter filter, @Nullable Cursor cursor, int size) {
		Page<ListedReport> page = Page.read(cursor, size, (listed) -> listed.cursor(filter.sort()),
				(from, limit) -> this.lists.find(filter, from, limit));
		return page.with(this.tasks.load(page.items().stream().map(ListedReport::report).toList()));
	}

}
