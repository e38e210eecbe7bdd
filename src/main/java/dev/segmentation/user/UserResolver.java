package dev.segmentation.user;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * Finds the users that texts name: by id, login, e-mail address or external id, the first
 * of these that matches. The SQL function {@code find_users} makes this decision, and no
 * other code does.
 */
@Service
@ReadOnly
public class UserResolver {

	private final UserRepository users;

	UserResolver(UserRepository users) {
		this.users = users;
	}

	/**
	 * Resolves texts.
	 * @return a reference for each text, in the same order
	 */
	public List<UserReference> resolve(Collection<String> texts) {
		return texts.isEmpty() ? List.of() : this.users.findReferences(texts);
	}

	/**
	 * Returns the user that a text names.
	 */
	public Optional<Long> resolve(String text) {
		return Optional.ofNullable(resolve(List.of(text)).getFirst().userId());
	}

}
