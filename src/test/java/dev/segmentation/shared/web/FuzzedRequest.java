package dev.segmentation.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.support.Api;
import dev.segmentation.support.Pages;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A request with unusual values.
 *
 * @param variables the values in the path
 * @param fields the values of some of the fields, as texts or JSON
 */
record FuzzedRequest(FuzzedRoute route, List<String> variables, Map<String, String> fields) {

	/** The longest values of so many fields fit into an address, which may have 8 KB. */
	private static final int MAX_FIELDS = 3;

	/** Tells the log lines of these requests from those of other tests. */
	static final String ID = "fuzzed";

	private static final String[] HEADERS = { "X-Request-Id", ID };

	/**
	 * Requests of any of the routes. Most of them name an object that exists.
	 */
	static Arbitrary<FuzzedRequest> of(List<FuzzedRoute> routes, List<String> ids) {
		return Arbitraries.of(routes).flatMap((route) -> of(route, ids));
	}

	private static Arbitrary<FuzzedRequest> of(FuzzedRoute route, List<String> ids) {
		Arbitrary<String> variable = Arbitraries.oneOf(Arbitraries.of(ids), Arbitraries.of(ids), FuzzValues.texts());
		Arbitrary<String> value = route.isApi() ? FuzzValues.json() : FuzzValues.texts();
		Arbitrary<Map<String, String>> fields = route.fields().isEmpty() ? Arbitraries.just(Map.of())
				: Arbitraries.maps(Arbitraries.of(route.fields()), value).ofMaxSize(MAX_FIELDS);
		return Combinators.combine(variable.list().ofSize(route.variables()), fields)
			.as((variables, values) -> new FuzzedRequest(route, variables, values));
	}

	int send(Api api, Pages pages, String token) {
		if (this.route.isApi()) {
			return api
				.callBytes(this.route.method(), path() + "?" + form(), body().getBytes(StandardCharsets.UTF_8), HEADERS)
				.status();
		}
		if (this.route.method().equals("GET")) {
			return pages.get(path() + "?" + this.route.condition() + form(), HEADERS).statusCode();
		}
		return pages.postWithoutToken(path(), this.route.condition() + form() + "&_csrf=" + token, HEADERS)
			.statusCode();
	}

	private String path() {
		String path = this.route.pattern();
		for (String variable : this.variables) {
			path = path.replaceFirst("\\{[^}]+}", FuzzValues.encode(variable));
		}
		return path;
	}

	private String form() {
		return this.fields.entrySet()
			.stream()
			.map((field) -> "&" + field.getKey() + "=" + FuzzValues.encode(field.getValue()))
			.collect(Collectors.joining());
	}

	private String body() {
		return FuzzValues.object(this.fields.entrySet()
			.stream()
			.collect(Collectors.toMap((field) -> '"' + field.getKey() + '"', Map.Entry::getValue)));
	}

	@Override
	public String toString() {
		return "%s %s with %s".formatted(this.route.method(), path(), this.fields);
	}

}
