package dev.segmentation.history.period;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Lists the membership periods of users, including past ones. They explain, for example,
 * why a user was in a segment on 3 March.
 */
@Service
@ReadOnly
public class MembershipPeriodService {

	private final MembershipPeriodRepository periods;

	private final ChangedEndRepository ends;

	MembershipPeriodService(MembershipPeriodRepository periods, ChangedEndRepository ends) {
		this.periods = periods;
		this.ends = ends;
	}

	/**
	 * Reads a page of a user's periods, the latest addition first. Deleted users have
	 * periods too.
	 * @param cursor {@code null} for the first page
	 */
	public Page<MembershipPeriod> page(long userId, PeriodFilter filter, @Nullable Cursor cursor, int size) {
		Page<MembershipPeriod> page = Page.read(cursor, size, MembershipPeriod::cursor,
				(from, limit) -> this.periods.find(userId, filter, from, limit));
		List<ChangedEnd> changes = this.ends.find(userId,
				page.items().stream().map(MembershipPeriod::segmentId).distinct().toList());
		return page.with(page.items().stream().map((period) -> period.with(changes)).toList());
	}

}
