package dev.segmentation.config.security.route;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.shared.web.api.UnknownRoutes;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The routes that Spring knows, as methods and patterns.
 */
final class MappedRoutes {

	private MappedRoutes() {
	}

	/** Fails for a kind of mapping whose routes it cannot list. */
	static List<String> of(Collection<HandlerMapping> mappings) {
		return mappings.stream().flatMap(MappedRoutes::routes).distinct().sorted().toList();
	}

	private static Stream<String> routes(HandlerMapping mapping) {
		return switch (mapping) {
			case RequestMappingInfoHandlerMapping methods ->
				methods.getHandlerMethods().keySet().stream().flatMap(MappedRoutes::routes);
			case AbstractUrlHandlerMapping paths -> Stream
				.concat(paths.getHandlerMap().keySet().stream(),
						paths.getPathPatternHandlerMap().keySet().stream().map((pattern) -> pattern.getPatternString()))
				.map((pattern) -> "ANY " + pattern);
			case RouterFunctionMapping functions when functions.getRouterFunction() == null -> Stream.of();
			case UnknownRoutes unknown -> Stream.of();
			default -> throw new IllegalArgumentException("Routes of " + mapping);
		};
	}

	private static Stream<String> routes(RequestMappingInfo route) {
		Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
		List<String> names = methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
		return names.stream()
			.flatMap((name) -> route.getPatternValues().stream().map((pattern) -> name + " " + pattern));
	}

}
