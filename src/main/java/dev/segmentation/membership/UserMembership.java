package dev.segmentation.membership;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A user is in a segment now.
 *
 * @param until when they leave; {@code null} for never
 * @param through what they entered through; {@code null} when no history tells
 * @param accountId who entered them; {@code null} for the system
 * @param account what that account signs in with; {@code null} when it no longer exists
 * @param note what was said about it
 */
public record UserMembership(long segmentId, String segmentName, Instant since, @Nullable Instant until,
		@Nullable ActKind through, @Nullable Long accountId, @Nullable String account, @Nullable String note) {

	/**
	 * The refusal of a request that names a segment the user is not in.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("membership.missing", "relation does not exist");
	}

}
