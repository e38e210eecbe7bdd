package dev.segmentation.config.security;

import java.util.Arrays;
import java.util.List;

import dev.segmentation.shared.Role;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What a role may do, as Spring Security reads it.
 */
final class Authorities {

	private Authorities() {
	}

	/**
	 * A role brings all below it.
	 */
	static List<GrantedAuthority> of(Role highest) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.compareTo(highest) <= 0)
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role))
			.toList();
	}

}
