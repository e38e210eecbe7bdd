package dev.segmentation.shared.web.api.v2;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.refusal.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import static java.util.Objects.requireNonNullElse;

/**
 * The requested part of a list.
 *
 * @param limit the largest number of items
 * @param after {@code next} of the previous answer; {@code null} for the start of the
 * list
 */
@ParameterObject
public record PageQuery(
		@Schema(description = "Largest number of items, 1 to 1000. Default: 100", example = "100",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) @Min(1) @Max(1000) @Nullable Integer limit,
		@Schema(description = "next of the previous answer") @Nullable String after) {

	private static final int DEFAULT = 100;

	/**
	 * Returns the largest number of items.
	 */
	public int size() {
		return requireNonNullElse(this.limit, DEFAULT);
	}

	/**
	 * Returns where the page begins; {@code null} for the start of the list.
	 */
	public @Nullable Cursor cursor() {
		try {
			return Cursor.parse(this.after);
		}
		catch (InvalidInputException ex) {
			throw refused();
		}
	}

	/**
	 * The refusal of a cursor that belongs to no list, or to another one.
	 */
	public static ProblemException refused() {
		return ProblemException.invalid("?after", ProblemCode.INVALID_VALUE, "The cursor belongs to another list.");
	}

}
