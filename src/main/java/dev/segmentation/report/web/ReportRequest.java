package dev.segmentation.report.web;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.web.api.NotZero;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * A request for the report of a month.
 */
@ParameterObject
record ReportRequest(@Schema(example = "2026") @NotNull @NotZero Long year,
		@Schema(example = "11") @NotNull @NotZero Long month,
		@Schema(description = "User IDs. Without them, all users") @JsonProperty("user_ids") @Nullable List<@NotNull @NotZero Long> userIds,
		@Schema(description = "Whether texts that a spreadsheet would run as formulas stay as they are") @Nullable Boolean raw) {

	/**
	 * The users. In version 1 an empty list means all users, like a missing one.
	 */
	Selection users() {
		return (this.userIds == null || this.userIds.isEmpty()) ? Selection.all() : Selection.only(this.userIds);
	}

	/**
	 * Returns the layout of the file.
	 */
	CsvLayout layout() {
		return Boolean.TRUE.equals(this.raw) ? CsvLayout.PLAIN.withRawValues() : CsvLayout.PLAIN;
	}

	/**
	 * Returns the same request as filters of the history page.
	 */
	HistoryFilterForm toQuery() {
		List<Long> ids = (this.userIds != null) ? this.userIds : List.of();
		String users = ids.stream().map((id) -> "#" + id).collect(Collectors.joining(","));
		return new HistoryFilterForm("UTC", "%04d-%02d".formatted(this.year, this.month), null, null, users, null, null,
				null, null, null, null);
	}

}
