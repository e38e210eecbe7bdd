package dev.segmentation.membership;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A user's membership in a segment.
 *
 * @param until the end; {@code null} without end
 * @param actId the act that added the user; {@code null} when the history does not
 * contain it
 * @param through the source; {@code null} when the history does not contain it
 * @param accountId the id of the account that added the user; {@code null} for the system
 * @param account the login of that account; {@code null} when it was deleted
 * @param note the note of the act
 */
public record UserMembership(long segmentId, String segmentName, Instant since, @Nullable Instant until,
		@Nullable Long actId, @Nullable ActKind through, @Nullable Long accountId, @Nullable String account,
		@Nullable String note) {

	/**
	 * The refusal of a request that names a segment that the user is not in.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("membership.missing", "relation does not exist");
	}

}
