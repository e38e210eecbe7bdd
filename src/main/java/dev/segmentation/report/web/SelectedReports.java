package dev.segmentation.report.web;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Reports that are revoked together.
 *
 * @param reports their ids; the address of the form has room for no more
 */
record SelectedReports(@NotEmpty(message = "{reports.selection.empty}") @Size(max = 200,
		message = "{reports.selection.long}") List<@NotNull Long> reports) {

	SelectedReports(@Nullable List<Long> reports) {
		this.reports = (reports != null) ? reports.stream().distinct().toList() : List.of();
	}

}
