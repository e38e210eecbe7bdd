package dev.segmentation.user;

import java.util.Set;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * Another user has this login, e-mail address or external id.
 */
public class UserTakenException extends ConflictException {

	private final Set<UserField> fields;

	UserTakenException(Set<UserField> fields) {
		super("user.taken", "user with such login/email already exists");
		this.fields = Set.copyOf(fields);
	}

	/**
	 * Returns the fields whose value another user has.
	 */
	public Set<UserField> fields() {
		return this.fields;
	}

}
