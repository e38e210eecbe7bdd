package dev.segmentation.shared.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which part of a list in id order is asked for; all of it by default.
 *
 * @param limit how many items at most
 * @param after only items with a higher id
 */
@ParameterObject
public record ListRequest(
		@Schema(description = "Maximum number of items. Without it, the answer contains all items",
				example = "100") @Min(1) @Max(10_000) @Nullable Integer limit,
		@Schema(description = "Only items with an ID above this value", example = "0") @Nullable Long after) {

	/**
	 * The id to start after.
	 */
	public long afterOrStart() {
		return (this.after != null) ? this.after : Long.MIN_VALUE;
	}

	/**
	 * One more than the limit, which tells whether there is more.
	 */
	public @Nullable Integer limitAndOne() {
		return (this.limit != null) ? this.limit + 1 : null;
	}

}
