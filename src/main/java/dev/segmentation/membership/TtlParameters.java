package dev.segmentation.membership;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How ends travel to the database.
 */
final class TtlParameters {

	private TtlParameters() {
	}

	/**
	 * The parameters {@code ttl} (an interval) and {@code until} (an instant): one of
	 * them or none.
	 */
	static Map<String, @Nullable Object> of(@Nullable Ttl ttl) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("ttl", (ttl instanceof Ttl.For(var duration)) ? duration.toString() : null);
		parameters.put("until", (ttl instanceof Ttl.Until(var instant)) ? utc(instant) : null);
		return parameters;
	}

	static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
