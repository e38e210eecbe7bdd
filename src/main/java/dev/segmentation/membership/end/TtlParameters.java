package dev.segmentation.membership.end;

import java.util.HashMap;
import java.util.Map;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

/**
 * SQL parameters for the end of memberships.
 */
public final class TtlParameters {

	private TtlParameters() {
	}

	/**
	 * Returns the parameters {@code ttl} (an interval) and {@code until} (an instant). At
	 * least one of them is {@code null}.
	 */
	public static Map<String, @Nullable Object> of(@Nullable Ttl ttl) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("ttl", (ttl instanceof Ttl.For(var duration)) ? duration.toString() : null);
		parameters.put("until", (ttl instanceof Ttl.Until(var instant)) ? SqlTime.utc(instant) : null);
		return parameters;
	}

}
