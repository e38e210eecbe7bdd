package dev.segmentation.shared.web.api;

import java.util.UUID;

import dev.segmentation.shared.FailureReason;
import dev.segmentation.shared.RareWarning;
import dev.segmentation.shared.RequestChanges;
import dev.segmentation.shared.database.DatabaseOutage;
import dev.segmentation.shared.database.FullDisk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionSystemException;

/**
 * Answers unexpected errors. The cause is written to the log and never sent to the
 * client.
 */
public final class ApiFailures {

	private static final Logger logger = LoggerFactory.getLogger(ApiFailures.class);

	private static final RareWarning OUTAGES = new RareWarning(logger);

	/** The pool connects again within this time after the database does. */
	private static final int RETRY_AFTER_SECONDS = 5;

	private ApiFailures() {
	}

	/**
	 * Logs an unexpected exception and returns its answer: 503 while the database is
	 * unavailable, overloaded or read-only, or a disk is full, otherwise 500 with the
	 * reference number of the log entry.
	 */
	public static ResponseEntity<ApiError> answer(Throwable thrown) {
		Throwable failure = first(thrown);
		if (FullDisk.isCauseOf(failure)) {
			OUTAGES.log("The disk is full: {}", FailureReason.of(failure));
			return diskFull(outcome(failure));
		}
		if (DatabaseOutage.isCauseOf(failure)) {
			OUTAGES.log("The database is unavailable: {}", FailureReason.of(failure));
			return unavailable(outcome(failure), null);
		}
		String reference = UUID.randomUUID().toString();
		logger.error("Request failed, reference {}", reference, failure);
		return ResponseEntity.internalServerError()
			.body(new ApiError("internal server error", null, reference, outcome(failure), null, null));
	}

	private static ResponseEntity<ApiError> diskFull(@Nullable String outcome) {
		return unavailable(outcome, (outcome == null) ? "The disk is full. Nothing was changed." : "The disk is full.");
	}

	private static ResponseEntity<ApiError> unavailable(@Nullable String outcome, @Nullable String detail) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, "" + RETRY_AFTER_SECONDS)
			.body(new ApiError("service unavailable", null, null, outcome, null, detail));
	}

	private static @Nullable String outcome(Throwable failure) {
		return (RequestChanges.arePossible() && !DatabaseOutage.isReadOnly(failure)) ? "unknown" : null;
	}

	/**
	 * Without a connection, the rollback fails too and its exception hides the first one.
	 */
	private static Throwable first(Throwable thrown) {
		Throwable first = (thrown instanceof TransactionSystemException overriding)
				? overriding.getApplicationException() : null;
		return (first != null) ? first : thrown;
	}

}
