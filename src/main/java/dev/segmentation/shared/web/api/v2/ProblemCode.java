package dev.segmentation.shared.web.api.v2;

import java.util.Arrays;
import java.util.Locale;

import dev.segmentation.shared.refusal.RefusedException;

/**
 * Why version 2 refuses a call or one of its values. Programs compare the codes, so they
 * never change. docs/api-v2.md lists each with its cause and remedy.
 */
public enum ProblemCode {

	UNREADABLE(400, "The request cannot be read."),
	UNAUTHENTICATED(401, "The call needs a valid token: Authorization: Bearer seg_..."),
	FORBIDDEN(403, "The role of the token does not permit this call."),
	SEGMENT_RESTRICTED(403, "Only the owners of the segment and administrators may change it."),
	NOT_FOUND(404, "No resource has this path."), USER_NOT_FOUND(404, "No user has this reference."),
	SEGMENT_NOT_FOUND(404, "No segment has this reference."),
	MEMBERSHIP_NOT_FOUND(404, "The user is not in the segment."),
	METHOD_NOT_ALLOWED(405, "The resource does not have this method. Allow lists those that it has."),
	CONFLICT(409, "The call conflicts with the present state."), SEGMENT_EXISTS(409, "Another segment has this name."),
	USER_EXISTS(409, "Another user has this login, e-mail address or external id."),
	PRECONDITION_FAILED(412, "The resource was changed after the version that If-Match names."),
	TOO_LARGE(413, "The body is too large."),
	UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON: Content-Type: application/json"),
	INVALID(422, "The request was read, and some of its values are wrong. See errors."),
	REQUIRED(422, "The value is required."), INVALID_TYPE(422, "The value has the wrong type."),
	INVALID_VALUE(422, "The value is not permitted."), UNKNOWN_FIELD(422, "There is no such field."),
	INVALID_REFERENCE(422, "The value is not a reference."), TOO_MANY_ITEMS(422, "The call asks for too much at once."),
	PRECONDITION_REQUIRED(428, "The call needs the header If-Match with the ETag of the resource."),
	TOO_MANY_REQUESTS(429, "The client sent too many requests. Try again after Retry-After."),
	INTERNAL_ERROR(500, "An unexpected error. Its reference is in the log of the service."),
	UNAVAILABLE(503, "The service is overloaded, or its database is unavailable. Try again after Retry-After.");

	private final int status;

	private final String detail;

	ProblemCode(int status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	/**
	 * Returns the first code of a status.
	 */
	static ProblemCode of(int status) {
		return Arrays.stream(values())
			.filter((code) -> code.status == status)
			.findFirst()
			.orElse((status < 500) ? UNREADABLE : INTERNAL_ERROR);
	}

	/**
	 * Returns the code of a refusal of a service.
	 */
	public static ProblemCode of(RefusedException refusal) {
		return switch (refusal.key()) {
			case "user.missing" -> USER_NOT_FOUND;
			case "segment.missing" -> SEGMENT_NOT_FOUND;
			case "membership.missing" -> MEMBERSHIP_NOT_FOUND;
			case "segment.exists" -> SEGMENT_EXISTS;
			case "user.taken" -> USER_EXISTS;
			case "segment.changed", "user.changed" -> PRECONDITION_FAILED;
			case "segment.restricted" -> SEGMENT_RESTRICTED;
			default -> (refusal.status() == UNREADABLE.status) ? INVALID : of(refusal.status());
		};
	}

	public int status() {
		return this.status;
	}

	/**
	 * Returns a sentence for people.
	 */
	public String detail() {
		return this.detail;
	}

	/**
	 * Returns the code for programs, for example {@code segment_exists}.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
