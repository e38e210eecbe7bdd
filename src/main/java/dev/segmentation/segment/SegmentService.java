package dev.segmentation.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.segmentation.segment.SegmentListRepository.Row;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates, finds, changes and deletes segments, and counts their members.
 */
@Service
public class SegmentService {

	private final SegmentRepository segments;

	private final SegmentListRepository lists;

	private final SegmentStateRepository states;

	private final SegmentAccess access;

	SegmentService(SegmentRepository segments, SegmentListRepository lists, SegmentStateRepository states,
			SegmentAccess access) {
		this.segments = segments;
		this.lists = lists;
		this.states = states;
		this.access = access;
	}

	/**
	 * Creates a segment and adds its percentage of users in the same transaction.
	 * @return the new segment's id
	 * @throws SegmentExistsException when the name is taken
	 */
	public long create(CreateSegment command, CurrentAccount by) {
		try {
			return this.segments.insert(command, by.id());
		}
		catch (DuplicateKeyException ex) {
			throw new SegmentExistsException();
		}
	}

	/**
	 * Finds a segment.
	 * @throws NotFoundException when no segment has this id
	 */
	@ReadOnly
	public Segment get(long id) {
		return this.segments.find(id).orElseThrow(Segment::notFound);
	}

	/**
	 * Finds a segment that may be deleted meanwhile.
	 */
	@ReadOnly
	public Optional<Segment> find(long id) {
		return this.segments.find(id);
	}

	/**
	 * Finds a segment for an account.
	 * @throws ForbiddenException when the account is restricted to other segments
	 * @throws NotFoundException when no segment has this id
	 */
	@ReadOnly
	public Segment get(long id, CurrentAccount by) {
		this.access.requireRead(by, id);
		return get(id);
	}

	/**
	 * Finds the segment that a program names.
	 * @throws ForbiddenException when the account is restricted to other segments
	 * @throws NotFoundException when there is no such segment
	 */
	@ReadOnly
	public Segment get(SegmentRef ref, CurrentAccount by) {
		Segment segment = this.states.find(ref).orElseThrow(Segment::notFound);
		this.access.requireRead(by, segment.id());
		return segment;
	}

	/**
	 * Finds the ids of the segments that a program names.
	 * @return an id for each reference, in the same order; {@code null} for unknown
	 * segments
	 */
	@ReadOnly
	public List<@Nullable Long> findIds(Collection<SegmentRef> refs) {
		return refs.isEmpty() ? List.of() : this.states.findIds(refs);
	}

	/**
	 * Returns the segment that a program names.
	 * @throws ForbiddenException when the account is restricted to other segments
	 * @throws NotFoundException when there is no such segment
	 */
	@ReadOnly
	public SegmentState state(SegmentRef ref, CurrentAccount by) {
		return this.states.findState(get(ref, by).id()).orElseThrow(Segment::notFound);
	}

	/**
	 * Returns a page of the segments in the order of their ids.
	 * @param text words of their names, earlier names and descriptions; empty for all
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another list
	 */
	@ReadOnly
	public Page<SegmentState> states(String text, @Nullable Cursor cursor, int size) {
		return Page.of(this.states.findStates(text, cursor, size + 1), cursor, size, SegmentStateRepository::position);
	}

	/**
	 * Whether a segment has this id.
	 */
	public boolean exists(long id) {
		return this.segments.find(id).isPresent();
	}

	/**
	 * Finds another segment whose name differs at most in the case of letters.
	 * @param except the id of the segment that has or gets the name; 0 for a new one
	 */
	public Optional<Segment> findNamesake(String name, long except) {
		return this.segments.findNamesake(name, except);
	}

	/**
	 * Finds the last name of a segment that was deleted.
	 * @return empty when the id was never given, or the segment never had a member
	 */
	public Optional<String> findDeletedName(long id) {
		return exists(id) ? Optional.empty() : this.segments.findLastName(id);
	}

	/**
	 * Finds the segment that had a name last, in any case, and has another one now.
	 */
	public Optional<Segment> findRenamed(String name) {
		return this.segments.findRenamed(name);
	}

	/**
	 * Finds a segment with its size and its last change.
	 * @throws NotFoundException when no segment has this id
	 */
	@ReadOnly
	public SegmentDetails details(long id) {
		return this.segments.findDetails(id).orElseThrow(Segment::notFound);
	}

	/**
	 * Returns the last days of a segment, oldest first, starting no earlier than its
	 * creation.
	 * @param days the largest number of days
	 * @throws NotFoundException when no segment has this id
	 */
	@ReadOnly
	public List<SegmentDay> days(long id, int days) {
		get(id);
		return this.segments.findDays(id, days);
	}

	/**
	 * Returns a page of the list of segments.
	 * @param cursor where the page begins; {@code null} for the first page
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another sort
	 */
	@ReadOnly
	public SegmentList list(SegmentFilter filter, @Nullable Cursor cursor, int size) {
		Page<Row> rows = Page.read(cursor, size, (row) -> row.cursor(filter.sort()),
				(from, limit) -> this.lists.find(filter, from, limit));
		Optional<Row> first = rows.items().stream().findFirst();
		return new SegmentList(rows.with(rows.items().stream().map(Row::summary).toList()),
				first.map(Row::matching).orElse(0L), first.map(Row::before).orElse(0L), this.lists.count(),
				this.segments.countUsers());
	}

	/**
	 * Returns the number of users that a percentage would add now. It is rounded up, as
	 * when a segment is created.
	 */
	@ReadOnly
	public PercentPreview preview(BigDecimal percent) {
		long users = this.segments.countUsers();
		BigDecimal added = percent.multiply(BigDecimal.valueOf(users)).movePointLeft(2);
		return new PercentPreview(added.setScale(0, RoundingMode.CEILING).longValueExact(), users);
	}

	/**
	 * Changes the name and description of a segment.
	 * @throws NotFoundException when no segment has this id
	 * @throws RestrictedSegmentException when the account may not change the segment
	 * @throws SegmentChangedException when the segment was changed after this version
	 * @throws SegmentExistsException when the name is taken
	 */
	public void change(ChangeSegment command, CurrentAccount by) {
		change(command, ActKind.PAGE, by);
	}

	/**
	 * Changes the name and description of a segment, as
	 * {@link #change(ChangeSegment, CurrentAccount)} does.
	 * @param through the source of the act
	 */
	public void change(ChangeSegment command, ActKind through, CurrentAccount by) {
		try {
			if (!this.segments.update(command, through, by.id())) {
				get(command.id());
				throw new SegmentChangedException();
			}
		}
		catch (DuplicateKeyException ex) {
			throw new SegmentExistsException();
		}
	}

	/**
	 * Passes segments to the consumer in the order of their ids, as the database sends
	 * them.
	 * @param after only segments with a higher id
	 * @param limit the largest number of segments; {@code null} for all
	 */
	@Transactional(readOnly = true)
	public void forEach(long after, @Nullable Integer limit, Consumer<Segment> consumer) {
		this.segments.forEach(after, limit, consumer);
	}

	/**
	 * Deletes a segment after removing all its members.
	 * @throws NotFoundException when no segment has this name
	 * @throws RestrictedSegmentException when the account may not change the segment
	 */
	public void delete(String name, CurrentAccount by) {
		if (!this.segments.delete(name, by.id())) {
			throw Segment.notFound();
		}
	}

	/**
	 * Deletes a segment after removing all its members.
	 * @param note the reason, for the history; empty without one
	 * @throws NotFoundException when no segment has this id
	 * @throws RestrictedSegmentException when the account may not change the segment
	 */
	public void delete(long id, String note, CurrentAccount by) {
		if (!this.segments.delete(id, note, by.id())) {
			throw Segment.notFound();
		}
	}

	/**
	 * Deletes a segment after removing all its members.
	 * @param version the version that the program read; {@code null} for any
	 * @return the act; empty if the segment had no members
	 * @throws NotFoundException when no segment has this id
	 * @throws SegmentChangedException when the segment was changed after this version
	 * @throws RestrictedSegmentException when the account may not change the segment
	 */
	@Transactional
	public Optional<Long> delete(long id, @Nullable Integer version, CurrentAccount by) {
		if (!this.segments.deleteVersion(id, version, by.id())) {
			get(id);
			throw new SegmentChangedException();
		}
		return this.segments.currentAct();
	}

}
