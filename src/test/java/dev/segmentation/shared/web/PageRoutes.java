package dev.segmentation.shared.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the routes that Spring knows, so that a new page is included.
 */
final class PageRoutes {

	/**
	 * The documentation of the API, which is another program's, and the page of an error.
	 */
	private static final String FOREIGN = "/(error|v3/api-docs|swagger-ui|docs|login).*";

	/** Forms with which the account that sends the requests would shut itself out. */
	private static final String SHUT_OUT = "/account/sessions.*|/accounts/(\\{id}/(sign-out|reset)|sign-in-rules)";

	private PageRoutes() {
	}

	static List<FuzzedRoute> of(RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.flatMap((each) -> routes(each.getKey(), each.getValue()))
			.filter((route) -> !route.pattern().matches(FOREIGN) && !route.pattern().matches(SHUT_OUT))
			.sorted(Comparator.comparing(FuzzedRoute::toString))
			.toList();
	}

	private static Stream<FuzzedRoute> routes(RequestMappingInfo route, HandlerMethod handler) {
		List<String> fields = Arrays.stream(handler.getMethodParameters())
			.flatMap(PageRoutes::names)
			.distinct()
			.toList();
		return route.getPatternValues()
			.stream()
			.map((pattern) -> pattern.replaceAll("(\\{\\w+):.*?[})]}", "$1}"))
			.flatMap((pattern) -> route.getMethodsCondition()
				.getMethods()
				.stream()
				.map((method) -> new FuzzedRoute(method.name(), pattern, condition(route), fields)));
	}

	private static String condition(RequestMappingInfo route) {
		return route.getParamsCondition()
			.getExpressions()
			.stream()
			.map((each) -> "&" + each)
			.collect(Collectors.joining());
	}

	private static Stream<String> names(MethodParameter parameter) {
		parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
		RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
		if (single != null) {
			return Stream.of(Optional.of(single.name())
				.filter((name) -> !name.isEmpty())
				.orElseGet(() -> "" + parameter.getParameterName()));
		}
		RecordComponent[] fields = parameter.getParameterType().getRecordComponents();
		boolean isForm = fields != null && parameter.getParameterType().getSimpleName().endsWith("Form");
		return isForm ? Arrays.stream(fields).map(RecordComponent::getName) : Stream.of();
	}

}
