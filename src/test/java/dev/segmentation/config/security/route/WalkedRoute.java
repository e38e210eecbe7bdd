package dev.segmentation.config.security.route;

import java.net.http.HttpResponse;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A route and its answer.
 */
record WalkedRoute(RouteRole route, HttpResponse<String> answer) {

	/**
	 * Checks that the table's role decides.
	 * @param role the role of the request's account; {@code null} without an account
	 */
	void assertAllowedFor(@Nullable Role role) {
		boolean allowed = isFor(role);
		assertThat(this.answer.statusCode()).as("%s as %s: %s", this.route, role, this.answer.headers().map())
			.isBetween(200, 499);
		assertThat(isRefused()).as("%s as %s: %s", this.route, role, this.answer).isEqualTo(!allowed);
		// Others depend on the settings, for example on the company's sign-on.
		if (this.route.filtered() && this.route.isLiteral()) {
			assertThat(this.answer.statusCode()).as("%s", this.route).isNotIn(404, 405);
		}
		if (!allowed && this.route.pattern().startsWith("/api/")) {
			assertThat(this.answer.statusCode()).as("%s", this.route).isEqualTo((role != null) ? 403 : 401);
		}
	}

	/** Whether a role, or none, may use the route. */
	boolean isFor(@Nullable Role role) {
		return this.route.role() == null || role != null && role.compareTo(this.route.role()) >= 0;
	}

	/** Pages lead to the sign-in instead of answering 401. */
	boolean isRefused() {
		return switch (this.answer.statusCode()) {
			case 401, 403 -> true;
			case 302, 303 -> this.answer.headers().firstValue("Location").orElseThrow().matches(signIn());
			default -> false;
		};
	}

	/** A step of the sign-in may lead to its start, which is no refusal. */
	private String signIn() {
		boolean step = this.route.isPublic() && this.route.pattern().startsWith("/login");
		return step ? "/login\\?.*back=%2Flogin.*" : "/login(\\?(back|ended).*)?";
	}

}
