package dev.segmentation.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import tools.jackson.databind.json.JsonMapper;

/**
 * Unusual values: those that broke programs before, and random ones.
 */
final class FuzzValues {

	private static final List<String> KNOWN = List.of("", " ", "abc", "0", "-1", "1", "1.5", "1e309",
			"9223372036854775807", "9223372036854775808", "true", "null", "[]", "FOO", "\0", "a\0b", "\ud83d\ude00",
			"\u202e\ufeff\uffff", "'; DROP TABLE users; --", "<script>alert(1)</script>", "../../etc/passwd",
			"%s {0} ${x} #{y} __${z}__ :name ?", "\r\nX: 1", "9999-12", "0000-00", "+999999999-12-31T23:59",
			"-999999999-01-01", "2026-02-30", "login:%00", "after=+999999999-01-01T00:00:00Z", "c1.AAAA", "P1D",
			"999999999999999d", "x".repeat(2000), "1,2,3", "1\n2");

	private FuzzValues() {
	}

	/** Texts for parameters and fields of forms. */
	static Arbitrary<String> texts() {
		return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(KNOWN)),
				Tuple.of(2, Arbitraries.strings().all().ofMaxLength(40)),
				Tuple.of(2, Arbitraries.strings().withChars("0123456789-+:.,;TZ%{}[]'\"\\ae ").ofMaxLength(30)),
				Tuple.of(1, Arbitraries.longs().map(String::valueOf)),
				Tuple.of(1, Arbitraries.bigDecimals().map(String::valueOf)));
	}

	/** Values for bodies of the API, as JSON. */
	static Arbitrary<String> json() {
		Arbitrary<String> scalars = Arbitraries.oneOf(texts().map(FuzzValues::quoted), texts(),
				Arbitraries.longs().map(String::valueOf), Arbitraries.bigDecimals().map(String::valueOf),
				Arbitraries.of("null", "true", "false", "1e999999999", "NaN", "{}", "[]"));
		return Arbitraries.recursive(() -> scalars,
				(inner) -> Arbitraries.oneOf(inner.list().ofMaxSize(3).map(FuzzValues::array),
						Arbitraries.maps(texts().map(FuzzValues::quoted), inner).ofMaxSize(3).map(FuzzValues::object)),
				0, 2);
	}

	private static String quoted(String text) {
		return JsonMapper.shared().writeValueAsString(text);
	}

	private static String array(List<String> values) {
		return "[" + String.join(",", values) + "]";
	}

	/** Names are quoted already. */
	static String object(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + ":" + field.getValue())
			.collect(Collectors.joining(",", "{", "}"));
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
