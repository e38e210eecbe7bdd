package dev.segmentation.user.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.shared.web.api.v2.EntityTag;
import dev.segmentation.user.UserDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user in version 2 of the API. The version covers all that can change.
 */
@Schema(name = "UserV2")
record UserAnswer(@Schema(example = "7") long id,
		@JsonProperty("external_id") @Schema(example = "c-1") @Nullable String externalId,
		@Schema(example = "anna") String login, @Schema(example = "anna@example.com") String email,
		@JsonProperty("registered_at") Instant registeredAt, @JsonIgnore @Schema(hidden = true) long version) {

	static UserAnswer of(UserDetails user) {
		return new UserAnswer(user.id(), user.externalId(), user.login(), user.email(), user.registeredAt(),
				user.version());
	}

	EntityTag tag() {
		return new EntityTag(Long.toHexString(this.version), "");
	}

}
