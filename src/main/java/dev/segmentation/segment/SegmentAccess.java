package dev.segmentation.segment;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ForbiddenException;

/**
 * Restricts accounts to segments. The database checks changes
 * ({@code require_segment_access}), so that no way of changing a segment avoids the
 * check. Reads of a named segment and other changes are checked here.
 */
public interface SegmentAccess {

	/**
	 * Checks that an account may read a segment by its id.
	 * @throws ForbiddenException when the account is restricted to other segments
	 */
	void requireRead(CurrentAccount by, long segmentId);

	/**
	 * Checks that an account is not restricted to some segments.
	 * @throws ForbiddenException when it is restricted
	 */
	void requireAll(CurrentAccount by);

	/**
	 * The refusal of a segment to which the account is not restricted.
	 */
	static ForbiddenException refusal() {
		return new ForbiddenException("forbidden", "forbidden");
	}

}
