package dev.segmentation.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.segment.SegmentRef;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.shared.web.api.v2.ProblemException;
import dev.segmentation.user.UserRef;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Questions about memberships: of each user in each segment, of pairs, or all memberships
 * of users.
 */
@Schema(name = "CheckMembershipsV2", example = """
		{"users": ["external_id:c-1", "login:anna"], "segments": ["name:BETA"]}""")
record CheckRequest(@Nullable List<@NotNull UserRef> users, @Nullable List<@NotNull SegmentRef> segments,
		@Nullable List<@NotNull @Valid Pair> pairs) {

	/** The most answers to one request. */
	static final int MOST = 10_000;

	/**
	 * Whether all memberships of the users are asked for.
	 */
	boolean asksForAll() {
		return this.users != null && this.segments == null;
	}

	/**
	 * Returns the questions; empty if all memberships are asked for.
	 * @throws ProblemException when they are none, mixed, or too many
	 */
	List<Pair> questions() {
		if ((this.users == null) == (this.pairs == null) || (this.pairs != null && this.segments != null)) {
			throw ProblemException.invalid("", ProblemCode.INVALID_VALUE,
					"The body must have either users, with or without segments, or pairs.");
		}
		if (this.pairs != null) {
			requireFew(this.pairs.size());
			return this.pairs;
		}
		List<UserRef> asking = Objects.requireNonNull(this.users);
		List<SegmentRef> asked = (this.segments != null) ? this.segments : List.of();
		requireFew(Math.multiplyExact((long) asking.size(), Math.max(1L, asked.size())));
		return asking.stream().flatMap((user) -> pairs(user, asked)).toList();
	}

	private static Stream<Pair> pairs(UserRef user, List<SegmentRef> segments) {
		return segments.stream().map((segment) -> new Pair(user, segment));
	}

	static void requireFew(long answers) {
		if (answers > MOST) {
			throw ProblemException.invalid("", ProblemCode.TOO_MANY_ITEMS, "A request has at most 10,000 answers.");
		}
	}

	@Schema(name = "CheckedPairV2")
	record Pair(@NotNull UserRef user, @NotNull SegmentRef segment) {
	}

}
