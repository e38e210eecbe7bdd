package dev.segmentation.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.NotFoundException;
import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Segments: creates, finds, changes and deletes them, and knows their sizes.
 */
@Service
public class SegmentService {

	private final SegmentRepository segments;

	private final SegmentListRepository lists;

	SegmentService(SegmentRepository segments, SegmentListRepository lists) {
		this.segments = segments;
		this.lists = lists;
	}

	/**
	 * Creates a segment; when this returns, its percentage of users is in.
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
	 * @throws NotFoundException when there is none with this id
	 */
	@ReadOnly
	public Segment get(long id) {
		return this.segments.find(id).orElseThrow(Segment::notFound);
	}

	/**
	 * A segment as it is at this moment.
	 * @throws NotFoundException when there is none with this id
	 */
	@ReadOnly
	public SegmentDetails details(long id) {
		return this.segments.findDetails(id).orElseThrow(Segment::notFound);
	}

	/**
	 * The last days of a segment, oldest first: at most so many, and none before it was
	 * created.
	 * @throws NotFoundException when there is none with this id
	 */
	@ReadOnly
	public List<SegmentDay> days(long id, int days) {
		get(id);
		return this.segments.findDays(id, days);
	}

	/**
	 * A page of segments.
	 * @param cursor where it begins or ends; {@code null} for the first page
	 */
	@ReadOnly
	public SegmentPage page(SegmentFilter filter, @Nullable SegmentCursor cursor, int limit) {
		return SegmentPages.page(this.lists, filter, cursor, limit);
	}

	/**
	 * How many users a percentage is now: rounded up, as when a segment is created.
	 */
	@ReadOnly
	public Share share(BigDecimal percent) {
		long users = this.segments.countUsers();
		return new Share(percent.multiply(BigDecimal.valueOf(users))
			.movePointLeft(2)
			.setScale(0, RoundingMode.CEILING)
			.longValueExact(), users);
	}

	/**
	 * Changes name and description.
	 * @throws NotFoundException when there is no such segment
	 * @throws SegmentChangedException when it is not the version that was seen
	 * @throws SegmentExistsException when the name is taken
	 */
	public void change(ChangeSegment command) {
		try {
			if (!this.segments.update(command)) {
				get(command.id());
				throw new SegmentChangedException();
			}
		}
		catch (DuplicateKeyException ex) {
			throw new SegmentExistsException();
		}
	}

	/**
	 * Hands over segments in the order of their ids, one by one as the database sends
	 * them.
	 * @param after only segments with a higher id
	 * @param limit how many at most; {@code null} for all
	 */
	@Transactional(readOnly = true)
	public void forEach(long after, @Nullable Integer limit, Consumer<Segment> consumer) {
		this.segments.forEach(after, limit, consumer);
	}

	/**
	 * Deletes a segment; every member leaves it first.
	 * @throws NotFoundException when there is none with this name
	 */
	public void delete(String name, CurrentAccount by) {
		if (!this.segments.delete(name, by.id())) {
			throw Segment.notFound();
		}
	}

	/**
	 * Deletes a segment; every member leaves it first.
	 * @throws NotFoundException when there is none with this id
	 */
	public void delete(long id, CurrentAccount by) {
		if (!this.segments.delete(id, by.id())) {
			throw Segment.notFound();
		}
	}

}
