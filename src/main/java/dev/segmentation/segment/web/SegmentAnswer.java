package dev.segmentation.segment.web;

import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.segment.SegmentState;
import dev.segmentation.shared.web.api.v2.EntityTag;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A segment in version 2 of the API.
 */
@Schema(name = "SegmentV2")
record SegmentAnswer(@Schema(example = "10") long id, @Schema(example = "VOICE-MESSAGE") String name,
		@Schema(example = "Voice messages for everyone in May") String description,
		@JsonProperty("initial_percent") @Schema(example = "50",
				description = "The percentage of all users that it got when it was created") BigDecimal initialPercent,
		@Schema(example = "5000") long size, @JsonProperty("created_at") Instant createdAt,
		@JsonProperty("changed_at") @Schema(description = "When a member was last added or removed") Instant changedAt,
		@Schema(description = "Whether only its owners and administrators may change it") boolean restricted,
		@JsonIgnore @Schema(hidden = true) int version) {

	static SegmentAnswer of(SegmentState segment) {
		return new SegmentAnswer(segment.id(), segment.name(), segment.description(), segment.assignPercent(),
				segment.size(), segment.createdAt(), segment.changedAt(), segment.restricted(), segment.version());
	}

	EntityTag tag() {
		return EntityTag.of(this.version, this);
	}

}
