package dev.segmentation.user.web;

import dev.segmentation.shared.web.EmailAddress;
import dev.segmentation.shared.web.Login;
import dev.segmentation.user.UserData;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * The data of a user that a program puts by its external id.
 */
@Schema(name = "PutUserV2")
record PutUserRequest(@Schema(example = "anna") @NotNull @Login String login,
		@Schema(example = "anna@example.com") @NotNull @EmailAddress String email) {

	UserData toData(String externalId) {
		return new UserData(this.login, this.email, externalId);
	}

}
