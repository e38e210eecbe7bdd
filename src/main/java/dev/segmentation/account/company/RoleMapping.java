package dev.segmentation.account.company;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Gives a role to the people whose claim has a value.
 *
 * @param claim the name of a claim of the ID token or the user info; dots lead into
 * objects, as in {@code realm_access.roles}
 * @param value the value, or one of the values of a list
 * @param role a role of staff
 */
public record RoleMapping(String claim, String value, Role role) {

	public RoleMapping {
		if (claim.isBlank() || value.isBlank() || role == Role.MEMBER) {
			throw new IllegalArgumentException(
					"SEGMENTATION_OIDC_ROLES must have a claim, a value and one of the roles VIEWER, EDITOR and ADMIN.");
		}
	}

	boolean matches(Map<String, Object> claims) {
		Object found = claims.containsKey(this.claim) ? claims.get(this.claim)
				: find(claims, Arrays.asList(this.claim.split("\\.")));
		return (found instanceof Collection<?> many) ? many.contains(this.value) : this.value.equals(found);
	}

	private static @Nullable Object find(Map<?, ?> claims, List<String> path) {
		Object found = claims.get(path.getFirst());
		if (path.size() == 1) {
			return found;
		}
		return (found instanceof Map<?, ?> inner) ? find(inner, path.subList(1, path.size())) : null;
	}

}
