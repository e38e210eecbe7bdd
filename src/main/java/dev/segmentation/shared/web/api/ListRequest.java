package dev.segmentation.shared.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * The requested part of a list in the order of ids; by default the whole list.
 *
 * @param limit the largest number of items; {@code null} for all
 * @param after only items with a higher id; {@code null} for the start of the list
 */
@ParameterObject
public record ListRequest(
		@Schema(description = "Maximum number of items. Without it, the answer contains all items",
				example = "100") @Min(1) @Max(10_000) @Nullable Integer limit,
		@Schema(description = "Only items with an ID above this value", example = "0") @Nullable Long after) {

	/**
	 * Returns the id to start after.
	 */
	public long afterOrStart() {
		return (this.after != null) ? this.after : Long.MIN_VALUE;
	}

	/**
	 * Returns one more than the limit, to find out whether there are more items;
	 * {@code null} for all items.
	 */
	public @Nullable Integer limitAndOne() {
		return (this.limit != null) ? this.limit + 1 : null;
	}

}
