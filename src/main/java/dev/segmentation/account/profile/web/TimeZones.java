package dev.segmentation.account.profile.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The time zones to choose from: those of places. The other ids are abbreviations, and
 * names of earlier times.
 */
final class TimeZones {

	private static final Pattern PLACE = Pattern
		.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

	private static final Map<String, List<String>> BY_AREA = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((id) -> PLACE.matcher(id).matches())
		.sorted()
		.collect(Collectors.groupingBy((id) -> id.substring(0, id.indexOf('/')), TreeMap::new, Collectors.toList()));

	private TimeZones() {
	}

	/**
	 * Returns the ids by their area: {@code Europe} has {@code Europe/Berlin}.
	 */
	static Map<String, List<String>> byArea() {
		return BY_AREA;
	}

	static boolean exists(String id) {
		return "UTC".equals(id) || BY_AREA.values().stream().anyMatch((ids) -> ids.contains(id));
	}

}
