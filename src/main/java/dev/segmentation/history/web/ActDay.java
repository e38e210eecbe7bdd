package dev.segmentation.history.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import dev.segmentation.history.ActSummary;

/**
 * The acts of a day of the reader's.
 */
record ActDay(LocalDate day, List<ActSummary> acts) {

	/**
	 * Acts by their days, both in the order they come in.
	 */
	static List<ActDay> of(List<ActSummary> acts, ZoneId zone) {
		SequencedMap<LocalDate, List<ActSummary>> days = acts.stream()
			.collect(Collectors.groupingBy((act) -> LocalDate.ofInstant(act.at(), zone), LinkedHashMap::new,
					Collectors.toList()));
		return days.entrySet().stream().map((day) -> new ActDay(day.getKey(), day.getValue())).toList();
	}

}
