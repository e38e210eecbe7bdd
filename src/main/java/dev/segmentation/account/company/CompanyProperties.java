package dev.segmentation.account.company;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the company's sign-on. Spring's own settings name the provider.
 *
 * @param roles the roles by claims
 * @param passwordSignIn whether staff may also sign in with a password
 * @param breakGlass the login of the administrator who may always do so
 */
@ConfigurationProperties("segmentation.oidc")
public record CompanyProperties(@DefaultValue List<RoleMapping> roles, @DefaultValue("true") boolean passwordSignIn,
		@Nullable String breakGlass) {

	public CompanyProperties {
		if (!passwordSignIn && (breakGlass == null || breakGlass.isBlank())) {
			throw new IllegalArgumentException("SEGMENTATION_OIDC_BREAK_GLASS must name the administrator who can "
					+ "still sign in with a password, because SEGMENTATION_OIDC_PASSWORD_SIGN_IN is false.");
		}
	}

	/**
	 * Returns the highest role of a person.
	 */
	Optional<Role> role(Map<String, Object> claims) {
		return this.roles.stream()
			.filter((mapping) -> mapping.matches(claims))
			.map(RoleMapping::role)
			.max(Comparator.naturalOrder());
	}

}
