package dev.segmentation.shared.web;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.RawHttp;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ChangedSettingsTest
class CorsTests {

	private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	@Autowired
	Api api;

	@ParameterizedTest
	@CsvSource({ "GET, /segments/", "POST, /segments/create", "DELETE, /segments/delete", "POST, /users/sign-in/",
			"GET, /operations/history", "HEAD, /segments/" })
	void allowsTheConfiguredOrigins(String method, String path) {
		for (String origin : new String[] { "https://one.example.com", "https://two.example.com" }) {
			Answer preflight = this.api.call("OPTIONS", path, null, "Origin", origin, "Access-Control-Request-Method",
					method, "Access-Control-Request-Headers", "authorization,content-type");
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.header(ALLOW_ORIGIN)).isEqualTo(origin);
			assertThat(preflight.header("Access-Control-Allow-Methods")).contains(method);
			Answer answer = this.api.as(TestAccount.EDITOR).call(method, path, null, "Origin", origin);
			assertThat(answer.status()).isIn(200, 400);
			assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(origin);
		}
	}

	@Test
	void allowsTheConfiguredOriginsToReadErrors() {
		Answer answer = this.api.call("GET", "/segments/", null, "Origin", "https://one.example.com");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo("https://one.example.com");
	}

	@Test
	void refusesOtherOrigins() {
		for (String origin : new String[] { "https://evil.example.com", "http://one.example.com", "null" }) {
			Answer preflight = this.api.call("OPTIONS", "/segments/", null, "Origin", origin,
					"Access-Control-Request-Method", "GET");
			assertThat(preflight.status()).isEqualTo(403);
			assertThat(preflight.error()).isEqualTo("origin is not allowed");
			assertThat(preflight.header(ALLOW_ORIGIN)).isEmpty();
			Answer answer = this.api.as(TestAccount.EDITOR).call("GET", "/segments/", null, "Origin", origin);
			assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
			assertThat(answer.error()).isEqualTo("origin is not allowed");
		}
	}

	@Test
	void ignoresClientsWithoutAnOrigin() {
		Answer answer = this.api.as(TestAccount.EDITOR).get("/segments/");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
		assertThat(this.api.call("OPTIONS", "/segments/", null).header("Allow")).contains("GET");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0085", "\u00ff", "x", "://", "http://[", "" })
	void survivesUnusualOrigins(String origin) {
		assertThat(RawHttp.send(this.api, "GET", "/api/v1/segments/", "Origin: " + origin).status()).isBetween(400,
				499);
		assertThat(RawHttp
			.send(this.api, "OPTIONS", "/api/v1/segments/", "Origin: " + origin, "Access-Control-Request-Method: x")
			.status()).isBetween(200, 499);
	}

}
