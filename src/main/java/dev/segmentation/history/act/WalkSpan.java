package dev.segmentation.history.act;

import java.util.Map;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * The part of the history through which a walk goes. It has one lower and one upper
 * bound: with a third condition on the same columns, the index scan might start at the
 * wrong bound.
 *
 * @param lower the position before the part
 * @param upper the position behind the part
 */
record WalkSpan(ActPosition lower, ActPosition upper) {

	static WalkSpan of(HistoryFilter filter, @Nullable Cursor cursor) {
		ActPosition lower = ActPosition.start(filter.from());
		ActPosition upper = ActPosition.start(filter.to());
		if (cursor == null) {
			return new WalkSpan(lower, upper);
		}
		ActPosition position = ActPosition.of(cursor);
		if (cursor.back()) {
			return new WalkSpan((position.compareTo(lower) > 0) ? position : lower, upper);
		}
		return new WalkSpan(lower, (position.compareTo(upper) < 0) ? position : upper);
	}

	/**
	 * The bounds as parameters of a statement.
	 */
	Map<String, Object> params() {
		return Map.of("lower_at", utc(this.lower.at()), "lower_id", this.lower.id(), "upper_at", utc(this.upper.at()),
				"upper_id", this.upper.id());
	}

}
