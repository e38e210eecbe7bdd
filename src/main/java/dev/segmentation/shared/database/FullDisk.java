package dev.segmentation.shared.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A full disk: the one of the database or the one of the temporary folder. It refuses
 * changes until there is space again, and undoes what it has begun.
 */
public final class FullDisk {

	private static final String DISK_FULL = "53100";

	/** Errors of the system and of the server itself, which have other causes too. */
	private static final Set<String> SYSTEM_ERRORS = Set.of("58", "XX");

	private static final List<String> TEXTS = List.of("No space left on device", "Disk quota exceeded",
			"could not extend file");

	private FullDisk() {
	}

	/**
	 * Whether a full disk is the cause of a failure.
	 */
	public static boolean isCauseOf(Throwable failure) {
		return DatabaseOutage.causes(failure)
			.anyMatch((cause) -> (cause instanceof IOException && tells(cause))
					|| (cause instanceof SQLException ex && isFull(ex)));
	}

	/** The texts of other classes quote values of users. */
	private static boolean isFull(SQLException failure) {
		String state = "" + failure.getSQLState();
		return state.equals(DISK_FULL) || (SYSTEM_ERRORS.stream().anyMatch(state::startsWith) && tells(failure));
	}

	private static boolean tells(Throwable failure) {
		return TEXTS.stream().anyMatch(("" + failure.getMessage())::contains);
	}

}
