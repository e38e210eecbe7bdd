package dev.segmentation.shared.web.api.v2;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.shared.web.api.ApiError;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The body of every refusal of version 2, after RFC 9457.
 *
 * @param type names the code as a URI
 * @param title the name of the status
 * @param detail a sentence for people
 * @param code the reason for programs
 * @param errors the values that are wrong; absent without such
 * @param reference the reference number of an unexpected failure in the log; absent for
 * other problems
 * @param outcome {@code unknown} if the change may have been made; absent if nothing was
 * changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(@Schema(example = "urn:segmentation:problem:segment_exists") String type,
		@Schema(example = "Conflict") String title, @Schema(example = "409") int status,
		@Schema(example = "Another segment has this name.") String detail,
		@Schema(example = "segment_exists") String code, @Nullable List<Item> errors, @Nullable String reference,
		@Nullable String outcome) {

	private static final String TYPE = "urn:segmentation:problem:";

	/**
	 * Makes the problem of a code.
	 */
	public static Problem of(ProblemCode code, String detail, List<Item> errors) {
		return of(code, code.status(), detail, errors.isEmpty() ? null : errors, null, null);
	}

	/**
	 * Makes the problem for an error of version 1, which filters and failures have.
	 */
	public static Problem of(int status, ApiError error) {
		ProblemCode code = ProblemCode.of(status);
		return of(code, status, detail(code, error), null, error.reference(), error.outcome());
	}

	private static String detail(ProblemCode code, ApiError error) {
		if (code == ProblemCode.UNAUTHENTICATED) {
			return "%s Reason: %s.".formatted(code.detail(), error.error());
		}
		return (error.detail() != null) ? error.detail() : code.detail();
	}

	private static Problem of(ProblemCode code, int status, String detail, @Nullable List<Item> errors,
			@Nullable String reference, @Nullable String outcome) {
		HttpStatus known = HttpStatus.resolve(status);
		String title = (known != null) ? known.getReasonPhrase() : "Error " + status;
		return new Problem(TYPE + code.text(), title, status, detail, code.text(), errors, reference, outcome);
	}

	/**
	 * Returns the answer with this problem.
	 */
	public ResponseEntity<Problem> answer(HttpHeaders headers) {
		return ResponseEntity.status(this.status)
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(this);
	}

	/**
	 * A value that is wrong.
	 *
	 * @param pointer where it is: a JSON pointer into the body, {@code ?limit} for a
	 * parameter, or the name of a header
	 */
	@Schema(name = "ProblemItem")
	public record Item(@Schema(example = "/items/3/user") String pointer, @Schema(example = "required") String code,
			@Schema(example = "The value is required.") String detail) {

		/**
		 * Names a wrong value with the sentence of its code.
		 */
		public static Item of(String pointer, ProblemCode code) {
			return of(pointer, code, code.detail());
		}

		/**
		 * Names a wrong value.
		 */
		public static Item of(String pointer, ProblemCode code, String detail) {
			return new Item(pointer, code.text(), detail);
		}

	}

}
