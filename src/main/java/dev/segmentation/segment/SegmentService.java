package dev.segmentation.segment;

import java.util.function.Consumer;

import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Segments: creates, finds and deletes them.
 */
@Service
public class SegmentService {

	private final SegmentRepository segments;

	SegmentService(SegmentRepository segments) {
		this.segments = segments;
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
	 * @throws SegmentNotFoundException when there is none with this id
	 */
	public Segment get(long id) {
		return this.segments.find(id).orElseThrow(SegmentNotFoundException::new);
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
	 * @throws SegmentNotFoundException when there is none with this name
	 */
	public void delete(String name, CurrentAccount by) {
		if (!this.segments.delete(name, by.id())) {
			throw new SegmentNotFoundException();
		}
	}

	/**
	 * Deletes a segment; every member leaves it first.
	 * @throws SegmentNotFoundException when there is none with this id
	 */
	public void delete(long id, CurrentAccount by) {
		if (!this.segments.delete(id, by.id())) {
			throw new SegmentNotFoundException();
		}
	}

}
