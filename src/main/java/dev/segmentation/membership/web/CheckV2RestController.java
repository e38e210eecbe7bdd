package dev.segmentation.membership.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.segmentation.membership.check.FoundMembership;
import dev.segmentation.membership.check.MembershipCheckService;
import dev.segmentation.membership.check.MembershipQuestion;
import dev.segmentation.membership.web.CheckRequest.Pair;
import dev.segmentation.segment.SegmentAccess;
import dev.segmentation.segment.SegmentRef;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.v2.Items;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.shared.web.api.v2.Version2;
import dev.segmentation.user.UserRef;
import dev.segmentation.user.UserService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers many questions at once, in four statements.
 */
@Version2
@RestController
@Tag(name = "Memberships")
class CheckV2RestController {

	private final MembershipCheckService memberships;

	private final UserService users;

	private final SegmentService segments;

	private final SegmentAccess access;

	CheckV2RestController(MembershipCheckService memberships, UserService users, SegmentService segments,
			SegmentAccess access) {
		this.memberships = memberships;
		this.users = users;
		this.segments = segments;
		this.access = access;
	}

	@PostMapping("/api/v2/memberships/check")
	@Operation(summary = "Ask for many memberships at once", description = """
			Up to 10,000 answers. Without segments, the answer has all memberships of each user. An unknown \
			user or segment is an item with an error.""")
	Items<CheckAnswer> check(@RequestBody CheckRequest request, @AuthenticationPrincipal CurrentAccount account) {
		List<Pair> questions = request.questions();
		return new Items<>(
				request.asksForAll() ? all(Objects.requireNonNull(request.users())) : each(questions, account), null);
	}

	private List<CheckAnswer> all(List<UserRef> refs) {
		Map<UserRef, Long> ids = ids(refs.stream(), this.users::findIds);
		Map<Long, List<FoundMembership>> found = new HashMap<>();
		List<FoundMembership> memberships = this.memberships.memberships(ids.values().stream().distinct().toList(),
				CheckRequest.MOST + 1);
		CheckRequest.requireFew(memberships.size());
		memberships.forEach((each) -> found.computeIfAbsent(each.userId(), (id) -> new ArrayList<>()).add(each));
		return refs.stream().flatMap((ref) -> of(ref, ids.get(ref), found)).toList();
	}

	private static Stream<CheckAnswer> of(UserRef user, @Nullable Long id, Map<Long, List<FoundMembership>> found) {
		if (id == null) {
			return Stream.of(CheckAnswer.refused(user.toString(), null, ProblemCode.USER_NOT_FOUND));
		}
		return found.getOrDefault(id, List.of())
			.stream()
			.map((each) -> new CheckAnswer(user.toString(), SegmentRef.ofId(each.segmentId()).toString(), true,
					each.until(), null));
	}

	private List<CheckAnswer> each(List<Pair> questions, CurrentAccount account) {
		Map<UserRef, Long> userIds = ids(questions.stream().map(Pair::user), this.users::findIds);
		Map<SegmentRef, Long> segmentIds = ids(questions.stream().map(Pair::segment), this.segments::findIds);
		segmentIds.values().stream().distinct().forEach((id) -> this.access.requireRead(account, id));
		Iterator<FoundMembership> found = this.memberships
			.check(questions.stream()
				.filter((pair) -> userIds.containsKey(pair.user()) && segmentIds.containsKey(pair.segment()))
				.map((pair) -> new MembershipQuestion(Objects.requireNonNull(userIds.get(pair.user())),
						Objects.requireNonNull(segmentIds.get(pair.segment()))))
				.toList())
			.iterator();
		return questions.stream().map((pair) -> answer(pair, userIds, segmentIds, found)).toList();
	}

	private static CheckAnswer answer(Pair pair, Map<UserRef, Long> userIds, Map<SegmentRef, Long> segmentIds,
			Iterator<FoundMembership> found) {
		String user = pair.user().toString();
		String segment = pair.segment().toString();
		if (!userIds.containsKey(pair.user())) {
			return CheckAnswer.refused(user, segment, ProblemCode.USER_NOT_FOUND);
		}
		if (!segmentIds.containsKey(pair.segment())) {
			return CheckAnswer.refused(user, segment, ProblemCode.SEGMENT_NOT_FOUND);
		}
		FoundMembership membership = found.next();
		return new CheckAnswer(user, segment, membership.member(), membership.until(), null);
	}

	/** The ids of the references that exist. */
	private static <R> Map<R, Long> ids(Stream<R> refs, Function<List<R>, List<@Nullable Long>> finder) {
		List<R> distinct = refs.distinct().toList();
		List<@Nullable Long> found = finder.apply(distinct);
		Map<R, Long> ids = new HashMap<>();
		for (int at = 0; at < distinct.size(); at++) {
			Long id = found.get(at);
			if (id != null) {
				ids.put(distinct.get(at), id);
			}
		}
		return ids;
	}

}
