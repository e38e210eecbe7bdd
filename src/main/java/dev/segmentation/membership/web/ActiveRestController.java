package dev.segmentation.membership.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.segment.Segment;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.BodyOrQuery;
import dev.segmentation.shared.web.api.JsonListWriter;
import dev.segmentation.shared.web.api.ListRequest;
import dev.segmentation.shared.web.api.NotZero;
import dev.segmentation.user.User;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the segments of a user, and the users of a segment.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Memberships")
class ActiveRestController {

	private final MembershipService memberships;

	private final JsonListWriter lists;

	ActiveRestController(MembershipService memberships, JsonListWriter lists) {
		this.memberships = memberships;
		this.lists = lists;
	}

	@GetMapping("/users/active_segments")
	@Operation(summary = "List the segments of a user",
			description = "A user who signed up can list only their own segments.")
	ActiveSegments segments(@BodyOrQuery SegmentsRequest request, @AuthenticationPrincipal CurrentAccount account,
			HttpServletRequest http) {
		long userId = request.requireUserId();
		if (!http.isUserInRole("VIEWER") && !Long.valueOf(userId).equals(account.userId())) {
			throw new AccessDeniedException("Another user's segments");
		}
		return new ActiveSegments(this.memberships.activeSegments(userId).stream().map(ActiveSegment::new).toList());
	}

	@Heavy(HeavyAct.LIST)
	@GetMapping("/segments/active_users")
	@Operation(summary = "List the users of a segment",
			description = "Ordered by ID. Without a limit, the answer contains all users.")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActiveUsers.class)))
	void users(@BodyOrQuery UsersRequest request, @BodyOrQuery ListRequest list,
			@AuthenticationPrincipal CurrentAccount account, HttpServletResponse response) throws IOException {
		this.lists.write(response, "users", list, ActiveUser::id,
				(limit, json) -> this.memberships.forEachActiveUser(request.requireSegmentId(), list.afterOrStart(),
						limit, account, (user) -> json.accept(ActiveUser.of(user))));
	}

	@ParameterObject
	record SegmentsRequest(@Schema(example = "1") @JsonProperty("user_id") @NotZero @Nullable Long userId) {

		/**
		 * The reference service answers a missing id like an unknown one.
		 */
		long requireUserId() {
			return Optional.ofNullable(this.userId).orElseThrow(User::notFound);
		}

	}

	record ActiveSegments(List<ActiveSegment> segments) {
	}

	record ActiveSegment(@Schema(example = "AVITO-INTERNS") String name) {
	}

	@ParameterObject
	record UsersRequest(@Schema(example = "10") @JsonProperty("segment_id") @NotZero @Nullable Long segmentId) {

		/**
		 * The reference service answers a missing id like an unknown one.
		 */
		long requireSegmentId() {
			return Optional.ofNullable(this.segmentId).orElseThrow(Segment::notFound);
		}

	}

	/**
	 * The list for the API description. The handler writes it as a stream.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ActiveUsers(List<ActiveUser> users, @Nullable Long next) {
	}

	record ActiveUser(@Schema(example = "1") long id, @Schema(example = "maksim-go") String login,
			@JsonProperty("registered_at") Instant registeredAt) {

		static ActiveUser of(User user) {
			return new ActiveUser(user.id(), user.login(), user.registeredAt());
		}

	}

}
