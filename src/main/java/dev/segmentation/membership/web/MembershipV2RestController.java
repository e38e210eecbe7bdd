package dev.segmentation.membership.web;

import java.time.Clock;
import java.util.List;

import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.MembershipTimes;
import dev.segmentation.membership.UserMembership;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.segment.SegmentRef;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.v2.EntityTag;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.shared.web.api.v2.ProblemException;
import dev.segmentation.shared.web.api.v2.Version2;
import dev.segmentation.user.User;
import dev.segmentation.user.UserRef;
import dev.segmentation.user.UserService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One user in one segment. While a client knows the membership, the question costs one
 * row.
 */
@Version2
@RestController
@RequestMapping("/api/v2/segments/{segment}/members/{user}")
@Tag(name = "Memberships")
class MembershipV2RestController {

	private final MembershipService memberships;

	private final UserMembershipService details;

	private final SegmentService segments;

	private final UserService users;

	private final Clock clock;

	MembershipV2RestController(MembershipService memberships, UserMembershipService details, SegmentService segments,
			UserService users, Clock clock) {
		this.memberships = memberships;
		this.details = details;
		this.segments = segments;
		this.users = users;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Ask whether a user is in a segment", description = "404 membership_not_found if not.")
	@ApiResponse(responseCode = "200", description = "The user is in the segment")
	@ApiResponse(responseCode = "304", description = "The membership is still the one of If-None-Match")
	ResponseEntity<MembershipAnswer> find(@PathVariable SegmentRef segment, @PathVariable UserRef user,
			@RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
			@AuthenticationPrincipal CurrentAccount account) {
		long segmentId = this.segments.get(segment, account).id();
		long userId = id(user);
		MembershipTimes times = this.memberships.times(userId, segmentId).orElseThrow(UserMembership::notFound);
		EntityTag tag = EntityTag.of(times);
		if (tag.isKnown(ifNoneMatch)) {
			return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag.text()).build();
		}
		return tag.answer(MembershipAnswer.of(this.details.get(userId, segmentId)));
	}

	private long id(UserRef user) {
		Long id = this.users.findIds(List.of(user)).getFirst();
		if (id == null) {
			throw User.notFound();
		}
		return id;
	}

	@PutMapping
	@Operation(summary = "Make a user a member",
			description = "A present membership gets the end of the request. Without until, it has no end.")
	@ApiResponse(responseCode = "200", description = "The user was in the segment already")
	@ApiResponse(responseCode = "201", description = "The user was added")
	ResponseEntity<MembershipAnswer> put(@PathVariable SegmentRef segment, @PathVariable UserRef user,
			@RequestBody(required = false) @Nullable PutRequest request,
			@AuthenticationPrincipal CurrentAccount account) {
		long segmentId = this.segments.get(segment, account).id();
		long userId = id(user);
		Ttl end = (request != null) ? request.end(this.clock) : null;
		boolean added = this.memberships.put(userId, segmentId, end, account);
		MembershipAnswer answer = MembershipAnswer.of(this.details.get(userId, segmentId));
		return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).body(answer);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a user from a segment")
	@ApiResponse(responseCode = "204", description = "The user is not in the segment, and perhaps was not before")
	void delete(@PathVariable SegmentRef segment, @PathVariable UserRef user,
			@AuthenticationPrincipal CurrentAccount account) {
		long segmentId = this.segments.get(segment, account).id();
		this.memberships.removeUsers(segmentId, List.of(id(user)), ActKind.API, account);
	}

	@Schema(name = "PutMembershipV2")
	record PutRequest(@Schema(example = "7d",
			description = "A duration (30s, 7d, 2w) or an instant; without end if null or absent") @Nullable String until) {

		@Nullable Ttl end(Clock clock) {
			try {
				return (this.until != null) ? Ttl.parse(this.until, clock) : null;
			}
			catch (InvalidTtlException ex) {
				throw ProblemException.invalid("/until", ProblemCode.INVALID_VALUE,
						"The end must be a duration such as 7d or a later instant, at most ten years ahead.");
			}
		}

	}

}
