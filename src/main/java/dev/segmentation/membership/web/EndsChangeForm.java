package dev.segmentation.membership.web;

import java.util.List;

import dev.segmentation.membership.member.MembershipKey;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that changes the ends of memberships in several segments.
 *
 * @param users the memberships ({@link MembershipKey}); the list's script knows this name
 * @param by the duration of {@link EndForm.Change#LATER}
 * @param ttl the duration of {@link EndForm.Change#AFTER}
 * @param until the local date and time of {@link EndForm.Change#AT}
 */
record EndsChangeForm(List<String> users, @NotNull(message = "{members.change.empty}") EndForm.@Nullable Change change,
		String by, String ttl, String until) implements EndChangeFields {

	EndsChangeForm(@Nullable List<String> users, EndForm.@Nullable Change change, @Nullable String by,
			@Nullable String ttl, @Nullable String until) {
		this.users = (users != null) ? users.stream().distinct().toList() : List.of();
		this.change = change;
		this.by = requireNonNullElse(by, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
	}

	/**
	 * Returns the memberships.
	 */
	List<MembershipKey> keys() {
		return isTooLong() ? List.of() : this.users.stream().map(MembershipKey::parse).toList();
	}

	/**
	 * Whether more memberships are selected than one request changes.
	 */
	public boolean isTooLong() {
		return this.users.size() > Selection.MOST;
	}

}
