package dev.segmentation.history;

import dev.segmentation.shared.DatedCursor;
import dev.segmentation.shared.DatedPage;
import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Every stay of a user in a segment, past ones included: why were they in it on 3 March?
 */
@Service
@ReadOnly
public class StayService {

	private final StayRepository stays;

	StayService(StayRepository stays) {
		this.stays = stays;
	}

	/**
	 * A part of a user's stays, the one entered last first; those of deleted users too.
	 * @param cursor where to go on; {@code null} for the newest
	 * @param size how many at most
	 */
	public DatedPage<Stay> page(long userId, StayFilter filter, @Nullable DatedCursor cursor, int size) {
		return DatedPage.of(this.stays.find(userId, filter, cursor, size + 1), cursor, size, Stay::cursor);
	}

}
