package dev.segmentation.history.act;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The ends that an act changed, in all segments.
 *
 * @param segments the number of segments
 * @param memberships the number of memberships with another end
 * @param endless the number of memberships whose end was removed
 * @param later the number of memberships that were extended
 * @param first the earliest new end; {@code null} when all ends were removed
 * @param last the latest new end
 * @param by the time by which all were extended; {@code null} when it differs, when not
 * all were, or when an earlier version changed them
 */
public record NewEnds(long segments, long memberships, long endless, long later, @Nullable Instant first,
		@Nullable Instant last, @Nullable Duration by) {

	/** No end was changed. */
	public static final NewEnds NONE = new NewEnds(0, 0, 0, 0, null, null, null);

	/**
	 * Whether all memberships have the same new end.
	 */
	public boolean same() {
		return this.endless == 0 && this.first != null && this.first.equals(this.last);
	}

	/**
	 * What happened to the ends, as the messages name it.
	 */
	public String way() {
		if (this.endless == this.memberships) {
			return "removed";
		}
		if (same()) {
			return "set";
		}
		if (this.by != null) {
			return "extendedBy";
		}
		return (this.later == this.memberships) ? "extended" : "changed";
	}

}
