package dev.segmentation.config.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Roles as authorities of Spring Security.
 */
public final class Authorities {

	private static final Map<Role, List<GrantedAuthority>> ALL = Arrays.stream(Role.values())
		.collect(Collectors.toMap(Function.identity(), Authorities::upTo));

	private Authorities() {
	}

	/**
	 * Returns the authorities of a role, which include those of all lower roles.
	 */
	public static List<GrantedAuthority> of(Role highest) {
		return Objects.requireNonNull(ALL.get(highest));
	}

	/**
	 * Whether an account may change data.
	 * @param account null if nobody is signed in
	 */
	public static boolean isEditor(@Nullable Authentication account) {
		return include(account, Role.EDITOR);
	}

	/**
	 * Whether an account has a role or a higher one.
	 * @param account null if nobody is signed in
	 */
	public static boolean include(@Nullable Authentication account, Role role) {
		String authority = "ROLE_" + role;
		return account != null
				&& account.getAuthorities().stream().anyMatch((each) -> authority.equals(each.getAuthority()));
	}

	private static List<GrantedAuthority> upTo(Role highest) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.compareTo(highest) <= 0)
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role))
			.toList();
	}

}
