package dev.segmentation.history.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which month's history, of whom, and how much of it. A year or month of 0 counts as
 * missing, as it does to clients written in Go.
 */
@ParameterObject
record HistoryRequest(@Schema(example = "2026") @NotNull Long year, @Schema(example = "11") @NotNull Long month,
		@Schema(description = "User IDs. Without them, all users") @JsonProperty("user_ids") @Nullable List<@NotNull Long> userIds,
		@Schema(description = "Number of lines, 5 by default, at most 10,000",
				example = "5") @JsonProperty("page_size") @Nullable Long pageSize,
		@Schema(description = "Value of next from the previous answer") @Nullable String after) {

	private static final int DEFAULT_PAGE_SIZE = 5;

	private static final int LARGEST_PAGE_SIZE = 10_000;

	@AssertTrue
	@Schema(hidden = true)
	boolean isPeriodGiven() {
		return !Long.valueOf(0).equals(this.year) && !Long.valueOf(0).equals(this.month);
	}

	List<Long> userIdsOrAll() {
		return (this.userIds != null) ? this.userIds : List.of();
	}

	int pageSizeOrDefault() {
		return (this.pageSize == null || this.pageSize <= 0) ? DEFAULT_PAGE_SIZE
				: (int) Math.min(this.pageSize, LARGEST_PAGE_SIZE);
	}

}
