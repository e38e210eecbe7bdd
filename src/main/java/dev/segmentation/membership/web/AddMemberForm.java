package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form above a segment's members.
 *
 * @param user the text that names the user
 * @param pick the user that was picked from the suggestions; {@code null} when none was
 */
record AddMemberForm(String user, @Nullable Long pick, String ttl, String until) implements EndFields {

	static final AddMemberForm EMPTY = new AddMemberForm(null, null, null, null);

	AddMemberForm(@Nullable String user, @Nullable Long pick, @Nullable String ttl, @Nullable String until) {
		this.user = requireNonNullElse(user, "");
		this.pick = pick;
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
	}

}
