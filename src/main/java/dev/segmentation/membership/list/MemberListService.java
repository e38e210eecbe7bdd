package dev.segmentation.membership.list;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.segment.Segment;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Reads pasted lists of users, shows their effect for a review, and adds their users to a
 * segment after confirmation. A list belongs to the account that pasted it.
 */
@Service
public class MemberListService {

	private final MemberListRepository lists;

	private final MembershipService memberships;

	MemberListService(MemberListRepository lists, MembershipService memberships) {
		this.lists = lists;
		this.memberships = memberships;
	}

	/**
	 * Reads a list without changing memberships.
	 * @return the list's id
	 * @throws NotFoundException when the segment does not exist
	 */
	public long read(long segmentId, MemberListRequest request, CurrentAccount by) {
		return insert(segmentId, request, null, by);
	}

	/**
	 * Reads a list again, after the account has decided which field its numbers are.
	 * @return the id of the new list
	 */
	public long readAgain(MemberList list, UserField numbers, CurrentAccount by) {
		PastedList entries = new PastedList(this.lists.findEntries(list.id()));
		return insert(list.segmentId(), request(list, entries), numbers, by);
	}

	/**
	 * Returns an unknown entry whose words all name users, if the first ones with blanks
	 * have one. Only the account knows whether the entry means these users: "Anna Smith"
	 * may be a third one.
	 */
	public Optional<String> splittable(MemberList list) {
		return this.lists.findSplittable(list.id(), MemberList.Sample.SIZE).stream().findFirst();
	}

	/**
	 * Reads a list again, after the account has decided that unknown entries whose words
	 * all name users are these users.
	 * @return the id of the new list
	 * @throws InvalidInputException when the list has too many entries then
	 */
	public long split(MemberList list, CurrentAccount by) {
		Set<String> splittable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		splittable.addAll(this.lists.findSplittable(list.id(), PastedList.LONGEST));
		PastedList entries = PastedList.of(this.lists.findEntries(list.id())
			.stream()
			.flatMap((entry) -> splittable.contains(entry) ? Stream.of(entry.split(" +")) : Stream.of(entry))
			.toList());
		return insert(list.segmentId(), request(list, entries), list.numbers(), by);
	}

	private static MemberListRequest request(MemberList list, PastedList entries) {
		return new MemberListRequest(entries, list.change(), list.present(), list.ttl(), list.note());
	}

	private long insert(long segmentId, MemberListRequest request, @Nullable UserField numbers, CurrentAccount by) {
		try {
			return this.lists.insert(segmentId, request, numbers, by.id());
		}
		catch (DataIntegrityViolationException ex) {
			throw Segment.notFound();
		}
	}

	/**
	 * Returns a list with its effect.
	 * @throws NotFoundException when the list does not exist or belongs to another
	 * account
	 */
	public MemberList get(long id, CurrentAccount by) {
		return this.lists.find(id, by.id()).orElseThrow(MemberList::notFound);
	}

	/**
	 * Whether a segment has this list, even if another account has pasted it.
	 */
	public boolean exists(long id, long segmentId) {
		return this.lists.exists(id, segmentId);
	}

	/**
	 * Returns a page of the entries that name a user, in the order of the list.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<MatchedEntry> matched(MemberList list, @Nullable Cursor cursor) {
		return Page.read(cursor, MemberList.Sample.SIZE, (entry) -> Cursor.after(entry.position()),
				(from, limit) -> this.lists.findMatched(list.id(), from, limit));
	}

	/**
	 * Returns all entries of a list that match no user.
	 * @throws NotFoundException when the list does not exist or belongs to another
	 * account
	 */
	public List<String> unknown(long id, CurrentAccount by) {
		return this.lists.findUnknown(get(id, by).id());
	}

	/**
	 * Does what the review showed, to exactly its users. Confirming a list again changes
	 * nothing.
	 * @throws NotFoundException when the list does not exist or belongs to another
	 * account
	 * @throws dev.segmentation.membership.end.InvalidTtlException when the end has passed
	 */
	public ActResult<MemberList.Result> confirm(long id, CurrentAccount by) {
		get(id, by);
		Optional<Long> act = this.memberships.addList(id, by);
		return new ActResult<>(Objects.requireNonNull(get(id, by).result()), act.orElse(null));
	}

}
