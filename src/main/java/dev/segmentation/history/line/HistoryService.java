package dev.segmentation.history.line;

import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists the history line by line: one for each user, segment and change. Lines are sorted
 * by date, and lines of the same date by the order in which they were recorded.
 */
@Service
public class HistoryService {

	/** Below this offset a scan is faster than a seek. */
	private static final int NEAR = 1000;

	private final HistoryLineRepository history;

	private final HistoryPlaceRepository places;

	private final HistoryCsvRepository csv;

	HistoryService(HistoryLineRepository history, HistoryPlaceRepository places, HistoryCsvRepository csv) {
		this.history = history;
		this.places = places;
		this.csv = csv;
	}

	/**
	 * Reads a page by its number.
	 * @param page the number of the page, starting at 1
	 * @param size the number of lines on a page
	 * @throws InvalidInputException when the page is before the start or beyond the end;
	 * a page that starts exactly at the end is empty
	 */
	@ReadOnly
	public HistoryPage page(HistoryFilter filter, long page, int size) {
		if (page < 1 || page - 1 > Long.MAX_VALUE / size) {
			throw new InvalidInputException("history.page", "page is out of bounds");
		}
		long offset = (page - 1) * size;
		List<HistoryLine> lines = find(filter, offset, size + 1);
		if (lines.isEmpty() && offset > 0 && count(filter, offset) < offset) {
			throw new InvalidInputException("history.page", "page is out of bounds");
		}
		return HistoryPage.of(lines, size);
	}

	private List<HistoryLine> find(HistoryFilter filter, long offset, int limit) {
		if (offset < NEAR || !filter.isOfWholeDays()) {
			return this.history.find(filter, offset, limit);
		}
		return this.places.find(filter, offset)
			.map((place) -> this.history.findAfter(filter, place.before(), place.skipped() + limit)
				.stream()
				.skip(place.skipped())
				.toList())
			.orElse(List.of());
	}

	private long count(HistoryFilter filter, long offset) {
		return (offset < NEAR || !filter.isOfWholeDays()) ? this.history.count(filter) : this.places.count(filter);
	}

	/**
	 * Reads the page after a cursor. The cost does not depend on the position.
	 * @param size the largest number of lines
	 */
	@ReadOnly
	public HistoryPage after(HistoryFilter filter, HistoryCursor cursor, int size) {
		return HistoryPage.of(this.history.findAfter(filter, cursor, size + 1), size);
	}

	/**
	 * Estimates the number of lines of a file. The actual number is never larger. The
	 * cost hardly depends on the number.
	 */
	@ReadOnly
	public long estimate(HistoryFilter filter, CsvLayout layout) {
		long members = filter.users().isAll() ? this.history.estimate(filter) : this.history.count(filter);
		return members + (layout.hasEnds() ? this.history.countEndChanges(filter) : 0);
	}

	/**
	 * Passes all lines as CSV to a reader while the database sends them. Opens its own
	 * transaction, which fails if the reader stops before the end.
	 * @return the number of lines that the reader read
	 */
	@Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
	public long readCsv(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		return this.csv.read(filter, layout, reader);
	}

}
