package dev.segmentation.membership.member;

import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;

import org.springframework.stereotype.Repository;

/**
 * Reads the members of a moment as a CSV file, one range of ids after the other, so that
 * the database holds only the members of one range.
 */
@Repository
class PastMemberFileRepository {

	private static final long SMALLEST_RANGE = 65_536;

	private static final long MOST_RANGES = 200;

	private static final String MEMBERS = """
			SELECT member.user_id, d.since, d.until, coalesce(d.known, false) AS known, d.act_id
			FROM members_at(%1$d, %2$s, %3$d, %4$d) AS member (user_id)
			LEFT JOIN LATERAL membership_at(%1$d, member.user_id, %2$s) AS d ON true""";

	/** Like the search of a large segment's members. */
	private static final String MATCHING = """
			WHERE u.id = read_user_id(%1$s) OR u.external_id = %1$s OR starts_with(lower(u.login), lower(%1$s))
			   OR starts_with(lower(u.email), lower(%1$s))
			   OR (array_to_string(like_patterns(search_text(%1$s, '', '')), ' ') ~ '[a-z0-9]{3}'
			       AND search_text(u.login, u.email, u.external_id) LIKE ALL (like_patterns(search_text(%1$s, '', ''))))""";

	private final CsvCopy copy;

	PastMemberFileRepository(CsvCopy copy) {
		this.copy = copy;
	}

	/**
	 * Passes the file to a reader, part by part.
	 * @param search as in the list; empty for all members
	 */
	void read(PastSegment segment, String search, CsvReader reader) {
		String condition = search.isEmpty() ? "" : MATCHING.formatted(this.copy.literal(search));
		String at = this.copy.literal(segment.at().toString()) + "::timestamptz";
		long ids = Math.max(SMALLEST_RANGE, (segment.lastUser() - segment.firstUser()) / MOST_RANGES);
		long first = segment.firstUser();
		MemberFile.of(MEMBERS.formatted(segment.id(), at, first, first + ids), condition).read(this.copy, reader);
		while (segment.lastUser() - first > ids) {
			first += ids + 1;
			MemberFile
				.continuing(MEMBERS.formatted(segment.id(), at, first, first + Math.min(ids, Long.MAX_VALUE - first)),
						condition)
				.read(this.copy, reader);
		}
	}

}
