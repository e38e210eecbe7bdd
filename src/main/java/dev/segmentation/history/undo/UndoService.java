package dev.segmentation.history.undo;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.ConflictException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Takes acts back. An undo is an act itself, so it can be undone too.
 */
@Service
public class UndoService {

	private final UndoRepository undos;

	UndoService(UndoRepository undos) {
		this.undos = undos;
	}

	/**
	 * Returns which act an act took back, and which one took it back.
	 */
	@ReadOnly
	public UndoLinks links(long actId) {
		return this.undos.findLinks(actId);
	}

	/**
	 * Returns whether an account may undo an act, and whether a former name is taken.
	 */
	@ReadOnly
	public UndoConditions conditions(long actId, CurrentAccount account) {
		return this.undos.findConditions(actId, account.id());
	}

	/**
	 * Plans the undo of an act.
	 */
	@ReadOnly
	public UndoPlan plan(long actId) {
		return this.undos.plan(actId);
	}

	/**
	 * Returns a page of the memberships that the undo of an act leaves alone, or
	 * overrides.
	 * @param cursor {@code null} for the first page
	 */
	@ReadOnly
	public Page<UndoObstacle> obstacles(long actId, @Nullable Cursor cursor) {
		return Page.read(cursor, Page.SIZE, (obstacle) -> Cursor.after(obstacle.segmentId(), obstacle.userId()),
				(from, limit) -> this.undos.findObstacles(actId, from, limit));
	}

	/**
	 * Takes an act back in one act of its own.
	 * @throws ConflictException when the act is undone already, or nothing can be changed
	 * @throws dev.segmentation.segment.SegmentExistsException when the name of the
	 * segment that is created again is taken
	 * @throws dev.segmentation.membership.end.InvalidTtlException when the new end has
	 * passed
	 * @throws dev.segmentation.shared.refusal.RestrictedSegmentException when the account
	 * may not change one of its segments
	 */
	public UndoResult undo(long actId, UndoRequest request, CurrentAccount by) {
		return this.undos.undo(actId, request, by.id())
			.orElseThrow(() -> new ConflictException("undo.nothing", "nothing to undo"));
	}

}
