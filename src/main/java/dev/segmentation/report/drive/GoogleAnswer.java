package dev.segmentation.report.drive;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * How Google answered a request that failed.
 *
 * @param status 0 when there was no answer
 * @param reason one of Google's own words, such as {@code storageQuotaExceeded}; may be
 * empty
 * @param text what else was said, and nothing of what was asked: the address of an upload
 * is a secret
 */
record GoogleAnswer(int status, String reason, String text) {

	private static final Set<String> RATE_LIMITS = Set.of("rateLimitExceeded", "userRateLimitExceeded");

	static GoogleAnswer in(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof GoogleJsonResponseException json && json.getDetails() != null) {
				return of(json.getStatusCode(), json.getDetails());
			}
			if (cause instanceof HttpResponseException other) {
				return new GoogleAnswer(other.getStatusCode(), "", text(other.getContent(), other.getStatusMessage()));
			}
		}
		return new GoogleAnswer(0, "", "");
	}

	private static GoogleAnswer of(int status, GoogleJsonError details) {
		List<GoogleJsonError.ErrorInfo> errors = Objects.requireNonNullElse(details.getErrors(), List.of());
		return new GoogleAnswer(status, errors.isEmpty() ? "" : text(errors.getFirst().getReason(), ""),
				text(details.getMessage(), ""));
	}

	private static String text(@Nullable String text, @Nullable String otherwise) {
		return Objects.requireNonNullElse(text, Objects.requireNonNullElse(otherwise, ""));
	}

	/** Whether the same may succeed a little later. */
	static boolean isBusy(int status) {
		return status == 429 || status / 100 == 5;
	}

	boolean isMissing() {
		return this.status == 0;
	}

	boolean isBusy() {
		return isBusy(this.status) || RATE_LIMITS.contains(this.reason);
	}

	boolean isForbidden() {
		return this.status == 403 && !isBusy() && !isLimit();
	}

	/** Storage, files in a folder, uploads a day: Google has a word for each. */
	boolean isLimit() {
		return this.status == 403 && !isBusy() && this.reason.endsWith("Exceeded");
	}

}
