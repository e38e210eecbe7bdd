package dev.segmentation.shared.web.api;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every failed API call.
 *
 * @param error the error text, which clients compare
 * @param fields the errors of single fields by their JSON names; {@code null} when absent
 * @param reference the reference number of an unexpected failure in the log; {@code null}
 * for other errors
 * @param outcome {@code unknown} if the change may have been made; {@code null} if
 * nothing was changed
 * @param cause why a service that this application depends on failed; {@code null} for
 * other errors
 * @param detail a sentence for people; {@code null} when the error says everything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiError(String error, @Nullable Map<String, String> fields, @Nullable String reference,
		@Nullable String outcome, @Nullable String cause, @Nullable String detail) {

	public ApiError(String error, @Nullable Map<String, String> fields, @Nullable String reference) {
		this(error, fields, reference, null, null, null);
	}

	public static ApiError of(String error) {
		return new ApiError(error, null, null);
	}

	/**
	 * Returns the error for a status when no more is known about the failure.
	 */
	public static ApiError of(HttpStatusCode status) {
		if (status.value() == HttpStatus.BAD_REQUEST.value()) {
			return of("invalid input");
		}
		HttpStatus known = HttpStatus.resolve(status.value());
		return of((known != null) ? known.getReasonPhrase().toLowerCase(Locale.ROOT) : "error " + status.value());
	}

}
