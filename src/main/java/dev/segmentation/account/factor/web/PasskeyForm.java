package dev.segmentation.account.factor.web;

import java.util.Objects;

import dev.segmentation.shared.PlainText;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * The name of a passkey, and for a new one the browser's answer as JSON.
 */
record PasskeyForm(@CodePointLength(min = 1, max = 64, message = "{factor.passkey.name.invalid}") String name,
		String credential) {

	PasskeyForm(@Nullable String name, @Nullable String credential) {
		this.name = PlainText.of(Objects.requireNonNullElse(name, ""));
		this.credential = Objects.requireNonNullElse(credential, "");
	}

}
