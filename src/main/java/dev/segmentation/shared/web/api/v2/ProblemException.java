package dev.segmentation.shared.web.api.v2;

import java.util.List;

import dev.segmentation.shared.web.api.v2.Problem.Item;

/**
 * Refuses a call of version 2.
 */
public class ProblemException extends RuntimeException {

	private final ProblemCode code;

	private final List<Item> errors;

	public ProblemException(ProblemCode code) {
		this(code, code.detail(), List.of());
	}

	private ProblemException(ProblemCode code, String detail, List<Item> errors) {
		super(detail);
		this.code = code;
		this.errors = List.copyOf(errors);
	}

	/**
	 * Refuses a call with wrong values.
	 */
	public static ProblemException invalid(List<Item> errors) {
		return new ProblemException(ProblemCode.INVALID, ProblemCode.INVALID.detail(), errors);
	}

	/**
	 * Refuses a call with a wrong value.
	 */
	public static ProblemException invalid(String pointer, ProblemCode code, String detail) {
		return invalid(List.of(Item.of(pointer, code, detail)));
	}

	/**
	 * Refuses a call that cannot be read.
	 */
	static ProblemException unreadable(String detail) {
		return new ProblemException(ProblemCode.UNREADABLE, detail, List.of());
	}

	ProblemCode code() {
		return this.code;
	}

	Problem problem() {
		return Problem.of(this.code, "" + getMessage(), this.errors);
	}

}
