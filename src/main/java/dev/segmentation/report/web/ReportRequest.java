package dev.segmentation.report.web;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.history.HistoryQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * A request for the report of a month. A year or month of 0 counts as missing, because
 * clients written in Go send 0 for missing values.
 */
@ParameterObject
record ReportRequest(@Schema(example = "2026") @NotNull Long year, @Schema(example = "11") @NotNull Long month, @Schema(
		description = "Whose; without it, everybody's") @JsonProperty("user_ids") @Nullable List<@NotNull Long> userIds) {

	@AssertTrue
	@Schema(hidden = true)
	boolean isPeriodGiven() {
		return !Long.valueOf(0).equals(this.year) && !Long.valueOf(0).equals(this.month);
	}

	List<Long> userIdsOrAll() {
		return (this.userIds != null) ? this.userIds : List.of();
	}

	/**
	 * Returns the same request as filters of the history page.
	 */
	HistoryQuery toQuery() {
		String users = userIdsOrAll().stream().map(Object::toString).collect(Collectors.joining(","));
		return new HistoryQuery("%04d-%02d".formatted(this.year, this.month), null, null, users, null, null, null, null,
				null);
	}

	String fileName() {
		return "report_%d_%d.csv".formatted(this.year, this.month);
	}

}
