package dev.segmentation.history.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import dev.segmentation.history.act.ActSummary;

/**
 * The acts of one day in the user's time zone.
 */
record ActDay(LocalDate day, List<ActSummary> acts) {

	/**
	 * Groups acts by day, and keeps their order.
	 */
	static List<ActDay> of(List<ActSummary> acts, ZoneId zone) {
		SequencedMap<LocalDate, List<ActSummary>> days = acts.stream()
			.collect(Collectors.groupingBy((act) -> LocalDate.ofInstant(act.at(), zone), LinkedHashMap::new,
					Collectors.toList()));
		return days.entrySet().stream().map((day) -> new ActDay(day.getKey(), day.getValue())).toList();
	}

}
