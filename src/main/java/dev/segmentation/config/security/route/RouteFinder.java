package dev.segmentation.config.security.route;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.shared.web.api.ApiHandlerMapping;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the route of a request. A path without variables is looked up, which takes least
 * time. For other paths Spring finds the handler, and its pattern is looked up.
 */
@Component
public class RouteFinder {

	private final SingletonSupplier<ApiHandlerMapping> api;

	private final SingletonSupplier<List<HandlerMapping>> handlers;

	/**
	 * Creates the finder.
	 * @param api answers all calls of the API
	 * @param controllers answers most other requests, so it is asked first
	 * @param others answers requests to files and monitoring
	 */
	RouteFinder(ObjectProvider<ApiHandlerMapping> api,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<HandlerMapping> controllers,
			ObjectProvider<HandlerMapping> others) {
		this.api = SingletonSupplier.of(api::getObject);
		this.handlers = SingletonSupplier
			.of(() -> Stream.concat(controllers.stream(), others.orderedStream()).distinct().toList());
	}

	/**
	 * Returns the route.
	 * @return {@link RouteRole#NOWHERE} if nothing answers the request; empty if the
	 * table does not have the route that answers it
	 */
	Optional<RouteRole> find(HttpServletRequest request) {
		PathContainer path = path(request);
		Optional<RouteRole> known = RouteRoles.ofPath(request.getMethod(), path.value());
		return known.isPresent() ? known : ofHandler(request, path);
	}

	/**
	 * Matches requests that nothing answers.
	 */
	public RequestMatcher nowhere() {
		return (request) -> find(request).filter(RouteRole.NOWHERE::equals).isPresent();
	}

	/**
	 * Whether the path of a request has a route that needs no account.
	 */
	public static boolean isPublic(HttpServletRequest request) {
		return RouteRoles.isPublic(path(request).value());
	}

	private static PathContainer path(HttpServletRequest request) {
		return (ServletRequestPathUtils.hasParsedRequestPath(request)
				? ServletRequestPathUtils.getParsedRequestPath(request)
				: ServletRequestPathUtils.parseAndCache(request))
			.pathWithinApplication();
	}

	private Optional<RouteRole> ofHandler(HttpServletRequest request, PathContainer path) {
		String method = request.getMethod();
		try {
			if (!isHandled(request, path)) {
				return Optional.of(RouteRoles.ofFilter(method, path).orElse(RouteRole.NOWHERE));
			}
			if (HttpMethod.OPTIONS.matches(method)) {
				return Optional.of(RouteRole.OPTIONS);
			}
			return (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
					? RouteRoles.ofPattern(method, pattern) : RouteRoles.ofMatch(method, path);
		}
		catch (HttpRequestMethodNotSupportedException ex) {
			return Optional.of(RouteRoles.ofFilter(method, path).orElse(RouteRole.NOWHERE));
		}
		catch (ServletException | InvalidParameterException ex) {
			// The handler does not accept the body or its parameters.
			return RouteRoles.ofMatch(method, path);
		}
	}

	private boolean isHandled(HttpServletRequest request, PathContainer path) throws ServletException {
		if (path.value().startsWith(ApiHandlerMapping.PATHS)) {
			return getHandler(this.api.obtain(), request);
		}
		for (HandlerMapping mapping : this.handlers.obtain()) {
			if (getHandler(mapping, request)) {
				return true;
			}
		}
		return false;
	}

	private static boolean getHandler(HandlerMapping mapping, HttpServletRequest request) throws ServletException {
		try {
			return mapping.getHandler(request) != null;
		}
		catch (ServletException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The route cannot be determined", ex);
		}
	}

}
