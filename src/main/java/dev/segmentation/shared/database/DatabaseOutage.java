package dev.segmentation.shared.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Failures that end by themselves when the database is available again: it does not
 * respond, is overloaded, has a full disk, or is read-only, as after a failover.
 */
public final class DatabaseOutage {

	private static final String READ_ONLY = "25006";

	private DatabaseOutage() {
	}

	/**
	 * Whether an outage is the cause of a failure.
	 */
	public static boolean isCauseOf(Throwable failure) {
		return causes(failure).anyMatch((cause) -> cause instanceof DataAccessResourceFailureException
				|| cause instanceof TransientDataAccessException || cause instanceof CannotCreateTransactionException
				|| cause instanceof SQLException ex && (isOutage(ex) || FullDisk.isCauseOf(ex)));
	}

	/**
	 * Whether the database refused a change because it is read-only.
	 */
	public static boolean isReadOnly(Throwable failure) {
		return causes(failure)
			.anyMatch((cause) -> cause instanceof SQLException ex && READ_ONLY.equals(ex.getSQLState()));
	}

	static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, DatabaseOutage::next);
	}

	/**
	 * Without a connection, the rollback fails too, and its exception hides the first
	 * one.
	 */
	private static @Nullable Throwable next(Throwable failure) {
		Throwable hidden = (failure instanceof TransactionSystemException overriding)
				? overriding.getApplicationException() : null;
		return (hidden != null) ? hidden : failure.getCause();
	}

	/**
	 * The classes 08 and 57P0 are lost connections and a server that stops. The pool
	 * gives no class when it has closed a lost connection before its rollback.
	 */
	private static boolean isOutage(SQLException failure) {
		String state = "" + failure.getSQLState();
		return "Connection is closed".equals(failure.getMessage()) || state.equals(READ_ONLY) || state.startsWith("08")
				|| state.startsWith("57P0");
	}

}
