package dev.segmentation.history.act;

import java.time.Instant;
import java.util.Map;

import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of acts, newest first.
 *
 * @param hours the hours that some of these acts stand for, by the ids of the acts
 * @param searchedTo the time at which the search stopped before the page was full;
 * {@code null} if it did not stop early
 */
public record FoundActs(Page<ActSummary> page, Map<Long, ExpiryHour> hours, @Nullable Instant searchedTo) {

	/**
	 * No acts.
	 */
	public static FoundActs none() {
		return new FoundActs(Page.empty(), Map.of(), null);
	}

}
