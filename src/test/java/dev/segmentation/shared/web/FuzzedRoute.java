package dev.segmentation.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * An address of the application, with the names of its parameters and fields.
 *
 * @param condition the parameters that select the route
 */
record FuzzedRoute(String method, String pattern, String condition, List<String> fields) {

	boolean isApi() {
		return this.pattern.startsWith("/api/");
	}

	int variables() {
		return this.pattern.split("\\{", -1).length - 1;
	}

	/**
	 * Reads the operations of an OpenAPI document.
	 */
	static List<FuzzedRoute> of(JsonNode document) {
		List<FuzzedRoute> routes = new ArrayList<>();
		document.get("paths")
			.forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> routes
				.add(new FuzzedRoute(method.toUpperCase(Locale.ROOT), path, "", fields(document, operation)))));
		return routes;
	}

	private static List<String> fields(JsonNode document, JsonNode operation) {
		Stream<String> parameters = operation.path("parameters")
			.valueStream()
			.map((each) -> each.get("name").asString());
		Stream<String> properties = operation.at("/requestBody/content")
			.valueStream()
			.map((content) -> content.at("/schema/$ref").asString("").replaceFirst("#", ""))
			.filter((reference) -> !reference.isEmpty())
			.flatMap((reference) -> document.at(reference + "/properties").propertyNames().stream());
		return Stream.concat(parameters, properties).distinct().toList();
	}

}
