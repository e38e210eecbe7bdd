package dev.segmentation.config.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

import dev.segmentation.shared.RequestChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Executes statements outside transactions, and notes those that may have changed
 * something. Changes that must be recorded get a transaction.
 */
class SingleStatements {

	/** Insufficient resources, exceeded limits, and errors of the server's system. */
	private static final Set<String> REFUSALS = Set.of("53", "54", "58");

	private final ObjectProvider<PlatformTransactionManager> transactions;

	SingleStatements(ObjectProvider<PlatformTransactionManager> transactions) {
		this.transactions = transactions;
	}

	<T extends @Nullable Object> T execute(Supplier<T> statement) {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				|| TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return statement.get();
		}
		if (RequestChanges.areRecorded()) {
			return new TransactionTemplate(this.transactions.getObject()).execute((status) -> statement.get());
		}
		return executeNoting(statement);
	}

	private static <T extends @Nullable Object> T executeNoting(Supplier<T> statement) {
		try {
			T result = statement.get();
			RequestChanges.note();
			return result;
		}
		catch (DataAccessResourceFailureException ex) {
			if (!(ex instanceof CannotGetJdbcConnectionException) && !isRefused(ex)) {
				RequestChanges.note();
			}
			throw ex;
		}
	}

	/** The server has answered that it lacks a resource, so it has rolled back. */
	private static boolean isRefused(DataAccessResourceFailureException failure) {
		return failure.getCause() instanceof SQLException ex
				&& REFUSALS.stream().anyMatch(("" + ex.getSQLState())::startsWith);
	}

}
