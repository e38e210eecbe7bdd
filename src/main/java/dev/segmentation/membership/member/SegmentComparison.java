package dev.segmentation.membership.member;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.segmentation.shared.ActKind;

/**
 * What changed in a segment between two moments.
 *
 * @param before the segment at the first moment
 * @param after the segment at the second moment
 * @param counts the changes by source and day
 */
public record SegmentComparison(PastSegment before, PastSegment after, List<ChangeCount> counts) {

	/**
	 * Returns the number of users of a change.
	 */
	public long count(ChangeBetween change) {
		return this.counts.stream().filter((one) -> one.change() == change).mapToLong(ChangeCount::users).sum();
	}

	/**
	 * Returns the first change that a user made, {@link ChangeBetween#ENTERED} when none
	 * did.
	 */
	public ChangeBetween first() {
		return Arrays.stream(ChangeBetween.values())
			.filter((change) -> count(change) > 0)
			.findFirst()
			.orElse(ChangeBetween.ENTERED);
	}

	/**
	 * The number of users that were members at both moments.
	 */
	public long stayed() {
		return this.before.size() - count(ChangeBetween.LEFT);
	}

	/**
	 * Returns the numbers of users of each change by source.
	 */
	public SortedMap<ActKind, Map<ChangeBetween, Long>> bySource() {
		return by(ChangeCount::source);
	}

	/**
	 * Returns the numbers of users of each change by day.
	 */
	public SortedMap<LocalDate, Map<ChangeBetween, Long>> byDay() {
		return by(ChangeCount::day);
	}

	private <K extends Comparable<? super K>> SortedMap<K, Map<ChangeBetween, Long>> by(Function<ChangeCount, K> key) {
		return this.counts.stream()
			.collect(Collectors.groupingBy(key, TreeMap::new,
					Collectors.groupingBy(ChangeCount::change, Collectors.summingLong(ChangeCount::users))));
	}

}
