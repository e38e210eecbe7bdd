package dev.segmentation.membership.list;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads pasted lists of users, shows their effect for a review, and adds their users to a
 * segment after confirmation. A list belongs to the account that pasted it.
 */
@Service
public class MemberListService {

	private final MemberListRepository lists;

	private final ListEntryRepository entries;

	private final MembershipService memberships;

	MemberListService(MemberListRepository lists, ListEntryRepository entries, MembershipService memberships) {
		this.lists = lists;
		this.entries = entries;
		this.memberships = memberships;
	}

	/**
	 * Reads a list without changing memberships.
	 * @return the list's id
	 * @throws NotFoundException when the segment does not exist
	 */
	@Transactional
	public long read(long segmentId, MemberListRequest request, CurrentAccount by) {
		long id = insert(segmentId, request, null, by);
		check(id);
		return id;
	}

	/**
	 * Stores a list as a whole, or nothing of it.
	 * @return the list's id, for {@link #check}
	 * @throws NotFoundException when the segment does not exist
	 * @throws InvalidInputException when the list cannot be read
	 */
	@Transactional
	public long store(long segmentId, MemberListRequest request, CurrentAccount by) {
		return insert(segmentId, request, null, by);
	}

	/**
	 * Matches the entries of a stored list to users, unless it has been done.
	 */
	public void check(long id) {
		this.lists.check(id);
	}

	/**
	 * Stores a list again, after the account has decided which field its numbers are.
	 * @return the id of the new list, for {@link #check}
	 */
	@Transactional
	public long readAgain(MemberList list, UserField numbers) {
		return again(list, list.layout(), numbers);
	}

	/**
	 * Stores a list again, after the account has chosen the column that names users, and
	 * the field that they are matched by.
	 * @param field {@code null} to recognize it
	 * @return the id of the new list, for {@link #check}
	 */
	@Transactional
	public long readAgain(MemberList list, int column, @Nullable UserField field) {
		return again(list, list.layout().with(column, field), null);
	}

	private long again(MemberList list, ListLayout layout, @Nullable UserField numbers) {
		long id = this.lists.insertLike(list, layout, numbers);
		this.entries.copyFrom(list.id(), id, layout.column());
		return id;
	}

	/**
	 * Returns an unknown entry whose words all name users, if the first ones with blanks
	 * have one. Only the account knows whether the entry means these users: "Anna Smith"
	 * may be a third one.
	 */
	public Optional<String> splittable(MemberList list) {
		return list.layout().headers().isEmpty()
				? this.lists.findSplittable(list.id(), MemberList.Sample.SIZE).stream().findFirst() : Optional.empty();
	}

	/**
	 * Reads a list again, after the account has decided that unknown entries whose words
	 * all name users are these users.
	 * @return the id of the new list, for {@link #check}
	 * @throws InvalidInputException when the list has too many entries then
	 */
	@Transactional
	public long split(MemberList list, CurrentAccount by) {
		Set<String> splittable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		splittable.addAll(this.lists.findSplittable(list.id(), ListSource.LONGEST));
		PastedList entries = PastedList.of(this.entries.findTexts(list.id())
			.stream()
			.flatMap((entry) -> splittable.contains(entry) ? Stream.of(entry.split(" +")) : Stream.of(entry))
			.toList());
		MemberListRequest request = new MemberListRequest(entries, list.change(), list.present(), list.ttl(),
				list.note());
		return insert(list.segmentId(), request, list.numbers(), by);
	}

	private long insert(long segmentId, MemberListRequest request, @Nullable UserField numbers, CurrentAccount by) {
		try {
			long id = this.lists.insert(segmentId, request, numbers, by.id());
			if (this.entries.copy(id, request.list()) == 0) {
				throw new InvalidInputException("imports.file.NO_ROWS", "invalid input");
			}
			return id;
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
	 * Returns the first members that a replacement removes.
	 */
	public List<Leaver> leaving(MemberList list) {
		return (list.counts().leaving() > 0 && list.result() == null)
				? this.lists.findLeaving(list.id(), MemberList.Sample.SIZE) : List.of();
	}

	/**
	 * Passes on the entries of a list with their outcomes, as the database sends them.
	 * @param rejected whether only those that cannot be used
	 */
	@Transactional(readOnly = true)
	public void forEachRow(MemberList list, boolean rejected, Consumer<ListedRow> rows) {
		this.entries.forEach(list.id(), rejected, rows);
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
