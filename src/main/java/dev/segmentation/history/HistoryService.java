package dev.segmentation.history;

import java.util.List;

import dev.segmentation.shared.InvalidInputException;
import dev.segmentation.shared.ReadOnly;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history, a line per user, segment and change, in the order of date and recording.
 */
@Service
public class HistoryService {

	/** So many lines are sooner skipped by reading them. */
	private static final int NEAR = 1000;

	private final HistoryRepository history;

	private final HistoryPlaceRepository places;

	private final HistoryCsvRepository csv;

	HistoryService(HistoryRepository history, HistoryPlaceRepository places, HistoryCsvRepository csv) {
		this.history = history;
		this.places = places;
		this.csv = csv;
	}

	/**
	 * A page by its number.
	 * @param page from 1
	 * @param size how many lines a page has
	 * @throws InvalidInputException below 1 and beyond the end; a page that starts
	 * exactly at the end is empty
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
	 * Lets somebody read all lines as CSV, while the database sends them: in a
	 * transaction of its own, which ends in failure when they do not read to the end.
	 * @return how many they have read
	 */
	@Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
	public long readCsv(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		return this.csv.read(filter, layout, reader);
	}

}
