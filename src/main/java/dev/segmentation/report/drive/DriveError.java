package dev.segmentation.report.drive;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import dev.segmentation.report.drive.DriveException.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * Google's answer to a request that failed.
 *
 * @param status 0 when Google did not answer
 * @param reason one of Google's codes, such as {@code storageQuotaExceeded}, or empty
 * @param text the rest of the answer; never the request's address, which is a secret for
 * uploads
 */
record DriveError(int status, String reason, String text) {

	private static final Set<String> RATE_LIMITS = Set.of("rateLimitExceeded", "userRateLimitExceeded");

	private static final int MAX_LENGTH = 500;

	static DriveError of(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof GoogleJsonResponseException json && json.getDetails() != null) {
				return of(json.getStatusCode(), json.getDetails());
			}
			if (cause instanceof HttpResponseException other) {
				return new DriveError(other.getStatusCode(), "", text(other.getContent(), other.getStatusMessage()));
			}
		}
		return new DriveError(0, "", NestedExceptionUtils.getMostSpecificCause(failure).toString());
	}

	private static DriveError of(int status, GoogleJsonError details) {
		List<GoogleJsonError.ErrorInfo> errors = Objects.requireNonNullElse(details.getErrors(), List.of());
		return new DriveError(status, errors.isEmpty() ? "" : text(errors.getFirst().getReason(), ""),
				text(details.getMessage(), ""));
	}

	private static String text(@Nullable String text, @Nullable String otherwise) {
		return Objects.requireNonNullElse(text, Objects.requireNonNullElse(otherwise, ""));
	}

	static boolean isBusy(int status) {
		return status == 429 || status / 100 == 5;
	}

	/** Whether the same request may succeed later. */
	boolean isTemporary() {
		return this.status == 0 || isBusy(this.status) || isRateLimit();
	}

	boolean isRateLimit() {
		return this.status == 403 && RATE_LIMITS.contains(this.reason);
	}

	/** Google has a code for each limit: storage, files in a folder, uploads a day. */
	private boolean isQuota() {
		return this.status == 403 && this.reason.endsWith("Exceeded");
	}

	/** Google's sentence about a token request from the past or the future. */
	private boolean isClockWrong() {
		return this.text.contains("reasonable timeframe");
	}

	/** Google answers 400 to some audiences that it does not allow. */
	boolean isSharingForbidden() {
		return this.status == 400 || problem() == Problem.NOT_PERMITTED;
	}

	Problem problem() {
		if (isTemporary()) {
			return Problem.UNREACHABLE;
		}
		if (isQuota()) {
			return Problem.QUOTA;
		}
		if (this.reason.equals("accessNotConfigured")) {
			return Problem.API_DISABLED;
		}
		return switch (this.status) {
			case 401 -> Problem.KEY_REFUSED;
			case 403 -> Problem.NOT_PERMITTED;
			case 404 -> Problem.FOLDER_MISSING;
			default -> Problem.REFUSED;
		};
	}

	Problem tokenProblem() {
		if (isTemporary()) {
			return Problem.UNREACHABLE;
		}
		if (isClockWrong()) {
			return Problem.CLOCK_WRONG;
		}
		return Set.of(400, 401, 403).contains(this.status) ? Problem.KEY_REFUSED : Problem.REFUSED;
	}

	/** One line, which does not quote a whole HTML page. */
	@Override
	public String toString() {
		String answer = (this.status == 0) ? this.text : "%d %s %s".formatted(this.status, this.reason, this.text);
		String line = answer.replaceAll("\\s+", " ").strip();
		return line.substring(0, Math.min(line.length(), MAX_LENGTH));
	}

}
