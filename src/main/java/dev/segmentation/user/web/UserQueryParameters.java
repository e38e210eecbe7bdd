package dev.segmentation.user.web;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.user.UserField;
import dev.segmentation.user.UserRef;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.BindParam;

import static java.util.Objects.requireNonNullElse;

/**
 * Which users a program looks for.
 *
 * @param query a part of a login, an e-mail address or an external id
 */
@ParameterObject
record UserQueryParameters(@BindParam("external_id") @Parameter(name = "external_id") @Nullable String externalId,
		@Nullable String login, @Nullable String email, @Nullable String query) {

	/**
	 * Returns the fields that the user must have exactly.
	 */
	List<UserRef> exact() {
		List<UserRef> fields = new ArrayList<>();
		add(fields, UserField.EXTERNAL_ID, this.externalId);
		add(fields, UserField.LOGIN, this.login);
		add(fields, UserField.EMAIL, this.email);
		return fields;
	}

	private static void add(List<UserRef> fields, UserField field, @Nullable String value) {
		if (value != null) {
			fields.add(new UserRef(field, value));
		}
	}

	String text() {
		return requireNonNullElse(this.query, "");
	}

}
