package dev.segmentation.membership.end;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the end of a membership moves to.
 */
public sealed interface EndChange {

	/**
	 * From where it is to a while later; who has no end keeps none.
	 */
	record Later(Duration by) implements EndChange {
	}

	/**
	 * To a while from now, by the clock of the database.
	 */
	record After(Duration ttl) implements EndChange {
	}

	/**
	 * To an instant, whether there was an end or not.
	 */
	record At(Instant instant) implements EndChange {
	}

	/**
	 * Away: the membership is for good.
	 */
	record Never() implements EndChange {
	}

}
