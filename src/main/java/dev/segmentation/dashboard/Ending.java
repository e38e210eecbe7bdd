package dev.segmentation.dashboard;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The memberships that end soon.
 *
 * @param segments what they are memberships of, the next to end first
 * @param memberships how many there are in all
 * @param countedTo up to when they are counted, if they are too many; {@code null} when
 * all are
 */
public record Ending(List<OfSegment> segments, long memberships, @Nullable Instant countedTo) {

	/**
	 * Those of one segment.
	 *
	 * @param next when the first of them ends
	 */
	public record OfSegment(long id, String name, long memberships, Instant next) {
	}

}
