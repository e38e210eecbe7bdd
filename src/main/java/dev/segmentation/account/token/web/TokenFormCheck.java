package dev.segmentation.account.token.web;

import java.util.Arrays;
import java.util.List;

import dev.segmentation.account.token.AddressRange;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Checks what an account enters about a token.
 */
@Component
class TokenFormCheck {

	private final TokenService tokens;

	TokenFormCheck(TokenService tokens) {
		this.tokens = tokens;
	}

	void validate(TokenForm form, Errors errors) {
		List<String> unknown = this.tokens.unknownSegments(form.segmentNames());
		if (!unknown.isEmpty()) {
			errors.rejectValue("segments", "tokens.form.segments.unknown", new Object[] { String.join(", ", unknown) },
					null);
		}
		List<String> invalid = form.addressRanges()
			.stream()
			.filter((range) -> AddressRange.parse(range).isEmpty())
			.toList();
		if (!invalid.isEmpty()) {
			errors.rejectValue("addresses", "tokens.form.addresses.invalid",
					new Object[] { String.join(", ", invalid) }, null);
		}
	}

	/**
	 * Explains that a name is taken.
	 * @param owner the login of the owner
	 */
	void rejectName(TokenForm form, String owner, Errors errors) {
		errors.rejectValue("name",
				this.tokens.isRevoked(form.name(), owner) ? "tokens.form.name.revoked" : "tokens.form.name.taken");
	}

	/**
	 * Returns the roles that an account may give to tokens.
	 */
	static List<Role> roles(CurrentAccount by) {
		return Arrays.stream(Role.values()).filter((role) -> role != Role.MEMBER && by.may(role)).toList();
	}

}
