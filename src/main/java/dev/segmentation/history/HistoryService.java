package dev.segmentation.history;

import java.util.List;

import dev.segmentation.shared.ReadOnly;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history, a line per user, segment and change, in the order of date and recording.
 */
@Service
public class HistoryService {

	private final HistoryRepository history;

	private final HistoryCsvRepository csv;

	HistoryService(HistoryRepository history, HistoryCsvRepository csv) {
		this.history = history;
		this.csv = csv;
	}

	/**
	 * A page by its number.
	 * @param page from 1
	 * @param size how many lines a page has
	 * @throws PageOutOfBoundsException below 1 and beyond the end; a page that starts
	 * exactly at the end is empty
	 */
	@ReadOnly
	public HistoryPage page(HistoryFilter filter, long page, int size) {
		if (page < 1 || page - 1 > Long.MAX_VALUE / size) {
			throw new PageOutOfBoundsException();
		}
		long offset = (page - 1) * size;
		List<HistoryLine> lines = this.history.find(filter, offset, size + 1);
		if (lines.isEmpty() && offset > 0 && this.history.count(filter) < offset) {
			throw new PageOutOfBoundsException();
		}
		return HistoryPage.of(lines, size);
	}

	/**
	 * What follows a place in the history; costs the same at any depth.
	 * @param size how many lines at most
	 */
	@ReadOnly
	public HistoryPage after(HistoryFilter filter, HistoryCursor cursor, int size) {
		return HistoryPage.of(this.history.findAfter(filter, cursor, size + 1), size);
	}

	/**
	 * About how many lines there are, never fewer; costs the same however many.
	 */
	@ReadOnly
	public long estimate(HistoryFilter filter) {
		return filter.userIds().isEmpty() ? this.history.estimate(filter) : this.history.count(filter);
	}

	/**
	 * Lets somebody read all lines as CSV, while the database sends them.
	 * @return how many they have read
	 */
	@Transactional(readOnly = true)
	public long readCsv(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		return this.csv.read(filter, layout, reader);
	}

}
