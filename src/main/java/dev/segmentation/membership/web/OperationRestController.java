package dev.segmentation.membership.web;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.SegmentReferences;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.api.NotZero;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Adds and removes memberships. Each path accepts segments by id or by name, because
 * clients of the reference service send either to either path.
 */
@RestController
@RequestMapping("/api/v1/operations")
@Tag(name = "Operations", description = "A request contains either segment_ids or segment_names, not both.")
class OperationRestController {

	private final MembershipService memberships;

	private final Clock clock;

	OperationRestController(MembershipService memberships, Clock clock) {
		this.memberships = memberships;
		this.clock = clock;
	}

	@PostMapping({ "/add_segments", "/add_segments_by_names" })
	@ResponseStatus(HttpStatus.CREATED)
	@ApiResponse(responseCode = "201")
	@Operation(summary = "Add a user to segments",
			description = "Adds the user to all of the segments or to none. With ttl, the memberships expire.")
	OperationIds add(@RequestBody @Valid AddRequest request, @AuthenticationPrincipal CurrentAccount account) {
		SegmentReferences segments = references(request.segmentIds(), request.segmentNames());
		Ttl ttl = StringUtils.hasLength(request.ttl()) ? Ttl.parse(request.ttl(), this.clock) : null;
		return new OperationIds(this.memberships.add(request.userId(), segments, ttl, ActKind.API, account));
	}

	@DeleteMapping({ "/delete_segments", "/delete_segments_by_names" })
	@Operation(summary = "Remove a user from segments",
			description = "Removes the user from all of the segments or from none.")
	OperationIds remove(@RequestBody @Valid RemoveRequest request, @AuthenticationPrincipal CurrentAccount account) {
		SegmentReferences segments = references(request.segmentIds(), request.segmentNames());
		return new OperationIds(this.memberships.remove(request.userId(), segments, ActKind.API, account));
	}

	private static SegmentReferences references(@Nullable List<Long> ids, @Nullable List<String> names) {
		if (!CollectionUtils.isEmpty(ids) && CollectionUtils.isEmpty(names)) {
			return new SegmentReferences.Ids(ids);
		}
		if (CollectionUtils.isEmpty(ids) && !CollectionUtils.isEmpty(names)) {
			return new SegmentReferences.Names(names);
		}
		throw new InvalidInputException();
	}

	@Schema(example = """
			{"user_id": 1, "segment_ids": [10], "ttl": "7d"}""")
	record AddRequest(@JsonProperty("user_id") @NotNull @NotZero Long userId,
			@JsonProperty("segment_ids") @Nullable List<@NotNull @NotZero Long> segmentIds,
			@JsonProperty("segment_names") @Nullable List<@NotNull String> segmentNames, @Schema(example = "7d",
					description = "A duration (30s, 1h30m, 7d, 2w) or an RFC 3339 instant") @Nullable String ttl) {
	}

	@Schema(example = """
			{"user_id": 1, "segment_ids": [10]}""")
	record RemoveRequest(@JsonProperty("user_id") @NotNull @NotZero Long userId,
			@JsonProperty("segment_ids") @Nullable List<@NotNull @NotZero Long> segmentIds,
			@JsonProperty("segment_names") @Nullable List<@NotNull String> segmentNames) {
	}

	record OperationIds(@JsonProperty("operation_ids") List<Long> operationIds) {
	}

}
