package dev.segmentation.account.profile.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import org.jspecify.annotations.Nullable;

/**
 * The time zones to choose from: those of places, each by its current name. The other ids
 * are abbreviations, and names of earlier times.
 */
final class TimeZones {

	private static final Pattern PLACE = Pattern
		.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

	private static final List<String> IDS = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)
		.stream()
		.map(TimeZone::getIanaID)
		.filter((id) -> PLACE.matcher(id).matches() && ZoneId.getAvailableZoneIds().contains(id))
		.distinct()
		.sorted()
		.toList();

	private TimeZones() {
	}

	/**
	 * Returns the zones by their area: {@code Europe} has {@code Europe/Berlin}.
	 */
	static Map<String, List<Zone>> byArea(Instant now) {
		return IDS.stream()
			.map((id) -> Zone.of(id, now))
			.collect(Collectors.groupingBy((zone) -> zone.id().substring(0, zone.id().indexOf('/')), TreeMap::new,
					Collectors.toList()));
	}

	static boolean exists(String id) {
		return "UTC".equals(id) || IDS.contains(id);
	}

	/**
	 * Returns the current name of a zone that was chosen by an earlier name.
	 */
	static @Nullable String current(@Nullable String id) {
		return (id == null || exists(id)) ? id : TimeZone.getIanaID(id);
	}

	/**
	 * A time zone.
	 *
	 * @param label the place and the present difference to UTC
	 */
	record Zone(String id, String label) {

		static Zone of(String id, Instant now) {
			ZoneOffset offset = ZoneId.of(id).getRules().getOffset(now);
			return new Zone(id, "%s (UTC%s)".formatted(id.replace('_', ' '),
					(offset.getTotalSeconds() != 0) ? offset.getId() : "±00:00"));
		}

	}

}
