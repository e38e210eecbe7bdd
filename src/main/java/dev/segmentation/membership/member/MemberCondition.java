package dev.segmentation.membership.member;

/**
 * The condition of a filter on a membership {@code m}, for lists that read a bounded
 * number of members. Its parameters are {@link MatchingParameters}.
 */
final class MemberCondition {

	/**
	 * The newest addition in the history began the membership. The database writes it
	 * within a day after {@code added_at}.
	 */
	static final String ENTERED = """
			SELECT o.act_id, o.date FROM operations AS o
			WHERE o.user_block = m.user_id / 64 AND o.segment_id = m.segment_id AND o.type = 'added'
			  AND o.date >= m.added_at AND o.date < m.added_at + interval '1 day'
			  AND m.user_id = ANY (o.user_ids)
			ORDER BY o.date DESC, o.id DESC LIMIT 1""";

	private static final String BY_ENTRY = """
			EXISTS (SELECT FROM (%s) AS entered JOIN acts AS a ON a.id = entered.act_id
			        WHERE (CAST(:source AS act_kind) IS NULL OR a.kind = CAST(:source AS act_kind))
			          AND (:addedBy = '' OR a.account_id IN (SELECT id FROM accounts WHERE lower(login) = lower(:addedBy))))"""
		.formatted(ENTERED);

	private static final String BY_ACT = """
			EXISTS (SELECT FROM (SELECT act_id, user_block, segment_id, user_ids FROM operations
			                     UNION ALL SELECT act_id, user_block, segment_id, user_ids FROM end_changes) AS o
			        WHERE o.act_id = :actId AND o.user_block = m.user_id / 64 AND o.segment_id = m.segment_id
			          AND m.user_id = ANY (o.user_ids))""";

	private MemberCondition() {
	}

	/**
	 * Returns the memberships {@code m} of a user {@code u} that the filter lists: one
	 * row at most.
	 */
	static String memberships(MemberFilter filter) {
		return (filter.at() != null) ? "membership_at(:segment, u.id, :moment)" : """
				(SELECT FROM active_memberships AS m
				 WHERE m.user_id = u.id AND m.segment_id = :segment AND %s LIMIT 1)""".formatted(of(filter));
	}

	static String of(MemberFilter filter) {
		return (filter.act() != null) ? besidesAct(filter) + " AND " + BY_ACT : besidesAct(filter);
	}

	/**
	 * Returns the condition without the act, for lists of the users of the act.
	 */
	static String besidesAct(MemberFilter filter) {
		return filter.hasEntry() ? ends(filter) + " AND " + BY_ENTRY : ends(filter);
	}

	/** The first condition lets the indexes on expires_at serve the query. */
	static String ends(MemberFilter filter) {
		String present = switch (filter.endPresent()) {
			case Boolean set when set -> "m.expires_at IS NOT NULL";
			case Boolean none -> "m.expires_at IS NULL";
			case null -> "true";
		};
		return (filter.ends().within() != null) ? present + " AND m.expires_at <= now() + CAST(:endWithin AS interval)"
				: present;
	}

}
