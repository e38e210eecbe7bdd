package dev.segmentation.history.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.line.HistoryCursor;
import dev.segmentation.history.line.HistoryLine;
import dev.segmentation.history.line.HistoryPage;
import dev.segmentation.history.line.HistoryService;
import dev.segmentation.shared.WholeNumber;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.api.BodyOrQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/history")
@Tag(name = "Operations")
class HistoryRestController {

	private final HistoryService history;

	private final Clock clock;

	HistoryRestController(HistoryService history, Clock clock) {
		this.history = history;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Get the history of a month, oldest first",
			description = "Use page numbers, or pass next of the previous answer as after.")
	HistoryAnswer history(@BodyOrQuery HistoryRequest request,
			@Parameter(description = "Page number, starting at 1", example = "1",
					schema = @Schema(type = "integer", format = "int64")) @RequestParam(name = "page",
							required = false) @Nullable String page) {
		long number = pageNumber(page);
		HistoryFilter filter = HistoryFilter.month(request.year(), request.month(), request.users(), this.clock);
		if (!StringUtils.hasLength(request.after())) {
			return HistoryAnswer.of(this.history.page(filter, number, request.pageSizeOrDefault()));
		}
		if (StringUtils.hasLength(page)) {
			throw new InvalidInputException();
		}
		return HistoryAnswer
			.of(this.history.after(filter, HistoryCursor.parse(request.after()), request.pageSizeOrDefault()));
	}

	private static long pageNumber(@Nullable String page) {
		try {
			return StringUtils.hasLength(page) ? WholeNumber.parse(page) : 1;
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException();
		}
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record HistoryAnswer(List<HistoryOperation> operations,
			@Schema(description = "Cursor of the next page. Absent on the last page") @Nullable String next) {

		static HistoryAnswer of(HistoryPage page) {
			HistoryCursor next = page.next();
			return new HistoryAnswer(page.lines().stream().map(HistoryOperation::of).toList(),
					(next != null) ? next.text() : null);
		}

	}

	record HistoryOperation(@Schema(example = "6") @JsonProperty("user_id") long userId,
			@Schema(example = "TEST-PERCENT") @JsonProperty("segment_name") String segmentName,
			@Schema(example = "added") String type, Instant date) {

		static HistoryOperation of(HistoryLine line) {
			return new HistoryOperation(line.userId(), line.segmentName(), line.type().text(), line.date());
		}

	}

}
