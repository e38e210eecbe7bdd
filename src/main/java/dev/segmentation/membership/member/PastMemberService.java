package dev.segmentation.membership.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists and searches the members that a segment had at a moment.
 */
@Service
@ReadOnly
public class PastMemberService {

	private final PastMemberRepository members;

	private final PastMemberFileRepository files;

	private final MemberSearchRepository searches;

	PastMemberService(PastMemberRepository members, PastMemberFileRepository files, MemberSearchRepository searches) {
		this.members = members;
		this.files = files;
		this.searches = searches;
	}

	/**
	 * Returns the first moment whose members are known.
	 * @return empty when the segment does not exist
	 */
	public Optional<Instant> beginning(long segmentId) {
		return this.members.findBeginning(segmentId);
	}

	/**
	 * Returns the number of members at a moment, and the range of their ids.
	 */
	public PastSegment segment(long segmentId, Instant at) {
		return this.members.find(segmentId, at);
	}

	/**
	 * Returns a page of the members at the moment by id, or of those that match a text,
	 * the best matches first. A page may have fewer members and still have a next page.
	 * @param search as in the present list; empty for all
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<PastMember> list(PastSegment segment, String search, @Nullable Cursor cursor) {
		Page<Long> users = search.isEmpty() ? UserWindow.read(segment, cursor, this.members::findUsers)
				: search(segment, search, cursor);
		return users.with(users.items().isEmpty() ? List.of() : this.members.findAll(segment, users.items()));
	}

	/**
	 * Passes a CSV file of the members to a reader, part by part.
	 * @param search as in {@link #list}
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public void readFile(PastSegment segment, String search, CsvReader reader) {
		this.files.read(segment, search, reader);
	}

	private Page<Long> search(PastSegment segment, String text, @Nullable Cursor cursor) {
		MemberFilter filter = MemberFilter.ALL.searching(text).asOf(segment.at());
		return new MemberSearch(this.searches, segment.id(), filter).page(cursor);
	}

}
