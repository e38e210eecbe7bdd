package dev.segmentation.history.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.history.Selection;
import dev.segmentation.shared.web.api.NotZero;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * The month and the users whose history a client of version 1 wants, and the page.
 */
@ParameterObject
record HistoryRequest(@Schema(example = "2026") @NotNull @NotZero Long year,
		@Schema(example = "11") @NotNull @NotZero Long month,
		@Schema(description = "User IDs. Without them, all users") @JsonProperty("user_ids") @Nullable List<@NotNull @NotZero Long> userIds,
		@Schema(description = "Number of lines, 5 by default, at most 10,000",
				example = "5") @JsonProperty("page_size") @Nullable Long pageSize,
		@Schema(description = "Value of next from the previous answer") @Nullable String after) {

	private static final int DEFAULT_PAGE_SIZE = 5;

	private static final int LARGEST_PAGE_SIZE = 10_000;

	/**
	 * The users. In version 1 an empty list means all users, like a missing one.
	 */
	Selection users() {
		return (this.userIds == null || this.userIds.isEmpty()) ? Selection.all() : Selection.only(this.userIds);
	}

	int pageSizeOrDefault() {
		return (this.pageSize == null || this.pageSize <= 0) ? DEFAULT_PAGE_SIZE
				: (int) Math.min(this.pageSize, LARGEST_PAGE_SIZE);
	}

}
