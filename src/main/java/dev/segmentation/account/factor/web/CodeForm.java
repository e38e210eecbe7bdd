package dev.segmentation.account.factor.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The code of an authenticator app.
 */
record CodeForm(String code) {

	CodeForm(@Nullable String code) {
		this.code = Objects.requireNonNullElse(code, "");
	}

	@Override
	public String toString() {
		return "CodeForm[]";
	}

}
