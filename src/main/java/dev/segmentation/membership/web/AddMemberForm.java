package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

/**
 * Adds one user.
 *
 * @param user an id, login, e-mail or external id
 * @param pick the id of a suggestion that was taken instead
 * @param ttl how long they stay; empty for good
 * @param until until when they stay, in the reader's zone; empty for good
 */
record AddMemberForm(String user, @Nullable Long pick, String ttl, String until) {

	static final AddMemberForm EMPTY = new AddMemberForm("", null, "", "");

	AddMemberForm(@Nullable String user, @Nullable Long pick, @Nullable String ttl, @Nullable String until) {
		this.user = Fields.text(user);
		this.pick = pick;
		this.ttl = Fields.text(ttl);
		this.until = Fields.text(until);
	}

}
