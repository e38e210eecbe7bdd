package dev.segmentation.report.web;

import java.util.UUID;

import dev.segmentation.account.password.NewPassword;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

/**
 * The button on the page of a link.
 *
 * @param password empty for a link without a password
 * @param visit the id of the visit of the page, which counts once
 * @param preview whether the page shows the first lines, instead of the whole file
 */
record OpenLinkForm(NewPassword password, String visit, Boolean preview) {

	OpenLinkForm(@Nullable NewPassword password, @Nullable String visit, @Nullable Boolean preview) {
		this.password = requireNonNullElseGet(password, () -> new NewPassword(""));
		this.visit = requireNonNullElse(visit, "");
		this.preview = Boolean.TRUE.equals(preview);
	}

	/** A request without a visit of the page counts by itself. */
	UUID visitId() {
		try {
			return UUID.fromString(this.visit);
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

}
