package dev.segmentation.segment.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.limit.HeavyActs;
import dev.segmentation.segment.CreateSegment;
import dev.segmentation.segment.Segment;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.WholeNumber;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.api.BodyOrQuery;
import dev.segmentation.shared.web.api.JsonListWriter;
import dev.segmentation.shared.web.api.ListRequest;
import dev.segmentation.shared.web.api.NotZero;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Segments")
class SegmentRestController {

	private final SegmentService segments;

	private final HeavyActs heavyActs;

	private final JsonListWriter lists;

	SegmentRestController(SegmentService segments, HeavyActs heavyActs, JsonListWriter lists) {
		this.segments = segments;
		this.heavyActs = heavyActs;
		this.lists = lists;
	}

	@PostMapping("/create")
	@ResponseStatus(HttpStatus.CREATED)
	@ApiResponse(responseCode = "201")
	@Operation(summary = "Create a segment",
			description = "With assign_percent, adds a random share of all users before it answers.")
	@ApiResponse(responseCode = "409", description = "Another segment has this name")
	CreatedSegment create(@RequestBody @Valid CreateRequest request, @AuthenticationPrincipal CurrentAccount account) {
		CreateSegment command = new CreateSegment(request.name(), AssignPercent.require(request.assignPercent()));
		if (command.assignPercent().signum() == 0) {
			return new CreatedSegment(this.segments.create(command, account));
		}
		return new CreatedSegment(
				this.heavyActs.during(HeavyAct.PERCENTAGE, account.id(), () -> this.segments.create(command, account)));
	}

	@Heavy(HeavyAct.LIST)
	@GetMapping
	@Operation(summary = "List segments",
			description = "Ordered by ID. Without a limit, the answer contains all segments.")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SegmentList.class)))
	void list(@BodyOrQuery ListRequest request, HttpServletResponse response) throws IOException {
		this.lists.write(response, "segments", request, SegmentJson::id, (limit, json) -> this.segments
			.forEach(request.afterOrStart(), limit, (segment) -> json.accept(SegmentJson.of(segment))));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a segment")
	SegmentAnswer find(@PathVariable("id") @Schema(type = "integer", format = "int64", example = "10") String id,
			@AuthenticationPrincipal CurrentAccount account) {
		return new SegmentAnswer(SegmentJson.of(this.segments.get(number(id), account)));
	}

	private static long number(String id) {
		try {
			long number = WholeNumber.parse(id);
			if (number == 0) {
				throw new InvalidInputException();
			}
			return number;
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException("invalid", "invalid parameter (id)");
		}
	}

	@DeleteMapping("/delete")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a segment by its name",
			description = "Removes all members first. The history is kept.")
	void delete(@RequestBody @Valid DeleteRequest request, @AuthenticationPrincipal CurrentAccount account) {
		this.segments.delete(request.name(), account);
	}

	@DeleteMapping("/delete_by_id")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a segment by its id", description = "Removes all members first. The history is kept.")
	void deleteById(@RequestBody @Valid DeleteByIdRequest request, @AuthenticationPrincipal CurrentAccount account) {
		this.segments.delete(request.id(), "", account);
	}

	record CreateRequest(@Schema(example = "VOICE-MESSAGE") @NotNull @SegmentName String name,
			@JsonProperty("assign_percent") @Schema(example = "50",
					description = "Percentage of all users to add, 0 to 100") @Nullable BigDecimal assignPercent) {
	}

	record DeleteRequest(@Schema(example = "VOICE-MESSAGE") @NotNull @CodePointLength(min = 1, max = 64) String name) {
	}

	record DeleteByIdRequest(@Schema(example = "10") @NotNull @NotZero Long id) {
	}

	record CreatedSegment(@Schema(example = "10") long id) {
	}

	record SegmentAnswer(SegmentJson segment) {
	}

	/**
	 * The list for the API description. The handler writes it as a stream.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SegmentList(List<SegmentJson> segments, @Nullable Long next) {
	}

	/**
	 * A segment. Its percentage becomes a fraction, which is left out when it is 0.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SegmentJson(@Schema(example = "10") long id, @Schema(example = "VOICE-MESSAGE") String name,
			@Schema(example = "0.5") @JsonProperty("assign_percent") @Nullable BigDecimal assignPercent) {

		static SegmentJson of(Segment segment) {
			return new SegmentJson(segment.id(), segment.name(), AssignPercent.asFraction(segment.assignPercent()));
		}

	}

}
