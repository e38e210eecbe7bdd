package dev.segmentation.shared.refusal;

import java.sql.SQLException;
import java.util.function.Supplier;

import org.springframework.dao.DataAccessException;

/**
 * The segment is restricted, and the account is neither an administrator nor one of its
 * owners.
 */
public final class RestrictedSegmentException extends ForbiddenException {

	/** The SQLSTATE with which the database refuses the change. */
	private static final String STATE = "SG009";

	public RestrictedSegmentException() {
		super("segment.restricted", "forbidden");
	}

	/**
	 * Makes a change that the database refuses if the account may not make it.
	 */
	public static <T> T check(Supplier<T> change) {
		try {
			return change.get();
		}
		catch (DataAccessException ex) {
			boolean refused = ex.getMostSpecificCause() instanceof SQLException cause
					&& STATE.equals(cause.getSQLState());
			throw refused ? new RestrictedSegmentException() : ex;
		}
	}

}
