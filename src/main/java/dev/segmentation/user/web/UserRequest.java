package dev.segmentation.user.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.shared.web.EmailAddress;
import dev.segmentation.shared.web.Login;
import dev.segmentation.user.UserData;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A new user in version 2 of the API.
 */
@Schema(name = "CreateUserV2")
record UserRequest(@Schema(example = "anna") @NotNull @Login String login,
		@Schema(example = "anna@example.com") @NotNull @EmailAddress String email,
		@JsonProperty("external_id") @Schema(example = "c-1") @ExternalId @Nullable String externalId) {

	UserData toData() {
		return new UserData(this.login, this.email, this.externalId);
	}

}
