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
 * @param error what is wrong, in words that clients compare
 * @param fields what is wrong with single fields, by their JSON names
 * @param reference the number under which the log has an unexpected failure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiError(String error, @Nullable Map<String, String> fields, @Nullable String reference) {

	public static ApiError of(String error) {
		return new ApiError(error, null, null);
	}

	/**
	 * The error of a request of which no more is known than its status.
	 */
	public static ApiError of(HttpStatusCode status) {
		if (status.value() == HttpStatus.BAD_REQUEST.value()) {
			return of("invalid input");
		}
		HttpStatus known = HttpStatus.resolve(status.value());
		return of((known != null) ? known.getReasonPhrase().toLowerCase(Locale.ROOT) : "error " + status.value());
	}

}
