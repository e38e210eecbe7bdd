package dev.segmentation.membership.web;

import java.time.Instant;

import dev.segmentation.membership.UserMembership;
import dev.segmentation.shared.ActKind;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A membership of a user in version 2 of the API.
 */
@Schema(name = "MembershipV2")
record MembershipAnswer(SegmentName segment, Instant since,
		@Schema(description = "The end; null without end") @Nullable Instant until,
		@Schema(example = "api", description = "How the user came in") @Nullable String source,
		@Schema(example = "nightly-sync (anna)") @Nullable String account, @Nullable String note,
		@Schema(description = "The act that added the user") @Nullable Long act) {

	static MembershipAnswer of(UserMembership membership) {
		ActKind through = membership.through();
		return new MembershipAnswer(new SegmentName(membership.segmentId(), membership.segmentName()),
				membership.since(), membership.until(), (through != null) ? through.text() : null, membership.account(),
				membership.note(), membership.actId());
	}

	@Schema(name = "SegmentNameV2")
	record SegmentName(@Schema(example = "10") long id, @Schema(example = "VOICE-MESSAGE") String name) {
	}

}
