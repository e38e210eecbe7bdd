package dev.segmentation.config.security.route;

import java.util.function.Supplier;

import dev.segmentation.config.security.Authorities;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Decides by the {@link RouteTable} whether an account may use a route. A route that the
 * table does not have is forbidden for all. A request without a route passes, so that it
 * is answered with 404 or 405.
 */
@Component
public class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {

	private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

	private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

	private final RouteFinder routes;

	RouteAccess(RouteFinder routes) {
		this.routes = routes;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> account,
			RequestAuthorizationContext context) {
		RouteRole route = this.routes.find(context.getRequest()).orElse(null);
		if (route == null) {
			return DENIED;
		}
		return (route.role() == null || Authorities.include(account.get(), route.role())) ? GRANTED : DENIED;
	}

}
