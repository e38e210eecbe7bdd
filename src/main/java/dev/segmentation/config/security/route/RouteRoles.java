package dev.segmentation.config.security.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Looks up routes in the {@link RouteTable}.
 */
final class RouteRoles {

	private static final Map<String, List<RouteRole>> PATTERNS = RouteTable.routes()
		.stream()
		.collect(Collectors.groupingBy(RouteRole::pattern));

	/** Most requests and the busiest calls have one of these paths. */
	private static final Map<String, List<RouteRole>> PATHS = RouteTable.routes()
		.stream()
		.filter(RouteRole::isLiteral)
		.collect(Collectors.groupingBy(RouteRole::pattern));

	private static final Map<PathPattern, List<RouteRole>> VARIABLE = RouteTable.routes()
		.stream()
		.filter((route) -> !route.isLiteral())
		.collect(Collectors.groupingBy((route) -> PathPatternParser.defaultInstance.parse(route.pattern())));

	private RouteRoles() {
	}

	/** Whether the path has a route that needs no account. */
	static boolean isPublic(String path) {
		return PATHS.getOrDefault(path, List.of()).stream().anyMatch(RouteRole::isPublic);
	}

	/** Finds the route of a path without variables. */
	static Optional<RouteRole> ofPath(String method, String path) {
		return find(method, PATHS.getOrDefault(path, List.of()));
	}

	/** Finds the route of the handler that has this pattern. */
	static Optional<RouteRole> ofPattern(String method, String pattern) {
		return find(method, PATTERNS.getOrDefault(pattern, List.of()));
	}

	/** Compares the path with the patterns one after another, which is slower. */
	static Optional<RouteRole> ofMatch(String method, PathContainer path) {
		return VARIABLE.entrySet()
			.stream()
			.filter((pattern) -> pattern.getKey().matches(path))
			.min(Map.Entry.comparingByKey())
			.flatMap((pattern) -> find(method, pattern.getValue()));
	}

	/** Finds the route that a filter answers. */
	static Optional<RouteRole> ofFilter(String method, PathContainer path) {
		return ofMatch(method, path).filter(RouteRole::filtered);
	}

	private static Optional<RouteRole> find(String method, List<RouteRole> routes) {
		return routes.stream().filter((route) -> route.allows(method)).findFirst();
	}

}
