package dev.segmentation.segment.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.limit.HeavyActs;
import dev.segmentation.segment.ChangeSegment;
import dev.segmentation.segment.CreateSegment;
import dev.segmentation.segment.SegmentRef;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.segment.SegmentState;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.v2.Items;
import dev.segmentation.shared.web.api.v2.PageQuery;
import dev.segmentation.shared.web.api.v2.Version2;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static java.util.Objects.requireNonNullElse;

@Version2
@RestController
@RequestMapping("/api/v2/segments")
@Tag(name = "Segments")
class SegmentV2RestController {

	private final SegmentService segments;

	private final HeavyActs heavyActs;

	SegmentV2RestController(SegmentService segments, HeavyActs heavyActs) {
		this.segments = segments;
		this.heavyActs = heavyActs;
	}

	@GetMapping
	@Operation(summary = "List segments", description = "Ordered by id.")
	Items<SegmentAnswer> list(
			@RequestParam(required = false) @Parameter(
					description = "Words of the name, of earlier names and of the description") @Nullable String query,
			@Valid PageQuery page) {
		return Items.of(this.segments.states(requireNonNullElse(query, ""), page.cursor(), page.size()),
				SegmentAnswer::of);
	}

	@PostMapping
	@Operation(summary = "Create a segment",
			description = "With initial_percent, adds a random share of all users before it answers.")
	@ApiResponse(responseCode = "201", description = "Created")
	@ApiResponse(responseCode = "409", description = "Another segment has this name")
	ResponseEntity<SegmentAnswer> create(@RequestBody CreateRequest request,
			@AuthenticationPrincipal CurrentAccount account) {
		CreateSegment command = request.toCommand();
		Supplier<Long> creation = () -> this.segments.create(command, account);
		long id = (command.assignPercent().signum() == 0) ? creation.get()
				: this.heavyActs.during(HeavyAct.PERCENTAGE, account.id(), creation);
		SegmentAnswer answer = SegmentAnswer.of(this.segments.state(SegmentRef.ofId(id), account));
		return ResponseEntity.created(URI.create("/api/v2/segments/" + id)).eTag(answer.tag().text()).body(answer);
	}

	@GetMapping("/{segment}")
	@Operation(summary = "Get a segment")
	ResponseEntity<SegmentAnswer> find(@PathVariable SegmentRef segment,
			@AuthenticationPrincipal CurrentAccount account) {
		SegmentAnswer answer = SegmentAnswer.of(this.segments.state(segment, account));
		return answer.tag().answer(answer);
	}

	@PatchMapping("/{segment}")
	@Operation(summary = "Change the name or the description of a segment",
			description = "If-Match is required. Absent fields stay as they are.")
	@ApiResponse(responseCode = "409", description = "Another segment has this name")
	ResponseEntity<SegmentAnswer> change(@PathVariable SegmentRef segment, @RequestBody ChangeRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal CurrentAccount account) {
		SegmentState before = this.segments.state(segment, account);
		SegmentAnswer.of(before).tag().require(ifMatch);
		this.segments.change(request.toCommand(before), ActKind.API, account);
		SegmentAnswer answer = SegmentAnswer.of(this.segments.state(SegmentRef.ofId(before.id()), account));
		return answer.tag().answer(answer);
	}

	@DeleteMapping("/{segment}")
	@Operation(summary = "Delete a segment", description = "Removes all members first. The history is kept.")
	DeletedSegment delete(@PathVariable SegmentRef segment,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal CurrentAccount account) {
		SegmentState before = this.segments.state(segment, account);
		SegmentAnswer.of(before).tag().allow(ifMatch);
		Integer version = (ifMatch != null) ? (Integer) before.version() : null;
		return new DeletedSegment(this.segments.delete(before.id(), version, account).orElse(null));
	}

	@Schema(name = "CreateSegmentV2")
	record CreateRequest(@Schema(example = "VOICE-MESSAGE") @NotNull @SegmentName String name,
			@Schema(example = "Voice messages for everyone in May") @CodePointLength(
					max = 1000) @Nullable String description,
			@JsonProperty("initial_percent") @Schema(example = "50",
					description = "Percentage of all users to add, 0 to 100") @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal initialPercent) {

		CreateSegment toCommand() {
			return new CreateSegment(this.name, requireNonNullElse(this.description, ""),
					requireNonNullElse(this.initialPercent, BigDecimal.ZERO), "");
		}

	}

	@Schema(name = "ChangeSegmentV2")
	record ChangeRequest(@Schema(example = "VOICE-MESSAGE") @SegmentName @Nullable String name,
			@Schema(example = "Voice messages") @CodePointLength(max = 1000) @Nullable String description) {

		ChangeSegment toCommand(SegmentState before) {
			return new ChangeSegment(before.id(), requireNonNullElse(this.name, before.name()),
					requireNonNullElse(this.description, before.description()), before.version(), "");
		}

	}

	@Schema(name = "DeletedSegmentV2")
	record DeletedSegment(@Schema(example = "42",
			description = "The act that removed the members; null if there were none") @Nullable Long act) {
	}

}
