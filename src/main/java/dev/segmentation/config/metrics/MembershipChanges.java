package dev.segmentation.config.metrics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

import dev.segmentation.config.metrics.FiguresRepository.DayChanges;
import dev.segmentation.shared.ActKind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts added and removed memberships by source, from sums that the database keeps for
 * each day. The database is asked for the last two days only, and earlier days are kept
 * here. So a counter starts with the day before the start of the instance.
 */
final class MembershipChanges {

	private final Map<Key, DayChanges> days = new ConcurrentHashMap<>();

	MembershipChanges(MeterRegistry meters) {
		for (ActKind source : ActKind.values()) {
			register(meters, "added", source, DayChanges::added);
			register(meters, "removed", source, DayChanges::removed);
		}
	}

	private void register(MeterRegistry meters, String what, ActKind source, ToLongFunction<DayChanges> number) {
		FunctionCounter.builder("segmentation.memberships." + what, this, (changes) -> changes.sum(source, number))
			.description("Memberships that were " + what + ", by all instances")
			.tag("source", source.text())
			.register(meters);
	}

	private long sum(ActKind source, ToLongFunction<DayChanges> number) {
		return this.days.values().stream().filter((day) -> day.source() == source).mapToLong(number).sum();
	}

	void update(List<DayChanges> newest) {
		newest.forEach((day) -> this.days.put(new Key(day.day(), day.source()), day));
	}

	private record Key(LocalDate day, ActKind source) {
	}

}
