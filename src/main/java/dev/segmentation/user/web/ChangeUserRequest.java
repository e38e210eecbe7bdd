package dev.segmentation.user.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.shared.web.EmailAddress;
import dev.segmentation.shared.web.Login;
import dev.segmentation.shared.web.api.v2.Clearable;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.shared.web.api.v2.ProblemException;
import dev.segmentation.user.UserData;
import dev.segmentation.user.UserDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * A partial change of a user in version 2 of the API.
 */
@Schema(name = "ChangeUserV2")
record ChangeUserRequest(@Schema(example = "anna") @Login @Nullable String login,
		@Schema(example = "anna@example.com") @EmailAddress @Nullable String email,
		@JsonProperty("external_id") @Schema(types = {
				"string", "null" }, example = "c-1") @Nullable Clearable externalId){

	UserData toData(UserDetails before) {
		String external = (this.externalId != null) ? this.externalId.text() : before.externalId();
		if (this.externalId != null && external != null && !external.matches(ExternalId.PATTERN)) {
			throw ProblemException.invalid("/external_id", ProblemCode.INVALID_VALUE,
					"The value must have 1 to 64 characters and no control characters.");
		}
		return new UserData(requireNonNullElse(this.login, before.login()),
				requireNonNullElse(this.email, before.email()), external);
	}

}
