package dev.segmentation.account.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.RawHttp;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@ChangedSettingsTest
class AccessTokenTests {

	private static final String KEY = ChangedSettingsTest.KEY;

	private static final long NOW = Instant.now().getEpochSecond();

	private static final long LATER = NOW + 3600;

	private static final String ADMIN = """
			{"sub": "account:1", "exp": %d}""".formatted(LATER);

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@ValueSource(strings = { "{\"sub\": \"account:1\", \"exp\": %d}",
			"{\"sub\": \"account:1\", \"exp\": %d, \"nbf\": 1, \"iat\": 1, \"aud\": \"any\", \"more\": {\"x\": [1]}}" })
	void acceptsATokenSignedWithTheKey(String claims) {
		assertThat(call(sign(claims.formatted(LATER))).status()).isEqualTo(200);
	}

	static Stream<Arguments> badTokens() {
		String good = sign(ADMIN);
		String[] parts = good.split("\\.");
		String payload = "." + base64(ADMIN) + ".";
		return Stream.of(arguments("garbage", "token is malformed"), arguments("a.b.c", "token is malformed"),
				arguments("..", "token is malformed"), arguments(parts[0] + "." + parts[1], "token is malformed"),
				arguments(good + ".x.y", "token is malformed"), arguments(sign("no json"), "token is malformed"),
				arguments(sign("[1]"), "token is malformed"),
				arguments(sign("{\"sub\": \"account:1\", \"exp\": \"later\"}"), "token is malformed"),
				arguments(sign("{\"sub\": \"account:1\", \"exp\": %d, \"sid\": \"x\"}".formatted(LATER)),
						"token is malformed"),
				arguments(sign("{\"sub\": \"account:1\", \"exp\": %d, \"sid\": 1}".formatted(LATER)),
						"token is malformed"),
				arguments(good.substring(0, good.length() - 2), "token signature is invalid"),
				arguments(parts[0] + "." + base64(ADMIN.replace('1', '2')) + "." + parts[2],
						"token signature is invalid"),
				arguments(sign(JWSAlgorithm.HS256, KEY.replace('c', 'd'), ADMIN), "token signature is invalid"),
				arguments(sign(JWSAlgorithm.HS512, KEY, ADMIN), "token algorithm is not accepted"),
				arguments(sign(JWSAlgorithm.HS384, KEY, ADMIN), "token algorithm is not accepted"),
				arguments(base64("{\"alg\":\"none\"}") + payload, "token algorithm is not accepted"),
				arguments(base64("{\"alg\":\"None\"}") + payload + parts[2], "token algorithm is not accepted"),
				arguments(base64("{\"alg\":\"RS256\"}") + payload + "AAAA", "token algorithm is not accepted"),
				arguments(base64("{\"alg\":\"HS256\"}") + payload, "token is malformed"));
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void refusesATokenNotSignedWithTheKey(String token, String error) {
		assertRefused(call(token), error);
	}

	static Stream<Arguments> badClaims() {
		String sub = "\"sub\": \"account:1\"";
		return Stream.of(arguments("{%s, \"exp\": %d}".formatted(sub, NOW - 1), "token is expired"),
				arguments("{%s, \"exp\": 0}".formatted(sub), "token is expired"),
				arguments("{%s, \"exp\": -1}".formatted(sub), "token is expired"),
				arguments("{%s}".formatted(sub), "token has no expiry"),
				arguments("{%s, \"exp\": null}".formatted(sub), "token has no expiry"),
				arguments("{%s, \"exp\": %d, \"nbf\": %d}".formatted(sub, LATER, LATER), "token is not valid yet"),
				arguments("{\"exp\": %d}".formatted(LATER), "token has no subject"),
				arguments("{\"sub\": null, \"exp\": %d}".formatted(LATER), "token has no subject"),
				arguments("{\"sub\": 1, \"exp\": %d}".formatted(LATER), "token subject is not a string"),
				arguments("{\"sub\": [\"1\"], \"exp\": %d}".formatted(LATER), "token subject is not a string"),
				arguments("{\"sub\": {\"id\": 1}, \"exp\": %d}".formatted(LATER), "token subject is not a string"));
	}

	@ParameterizedTest
	@MethodSource("badClaims")
	void refusesATokenOutsideItsPeriod(String claims, String error) {
		assertRefused(call(sign(claims)), error);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e300", "9223372036854775807", "-9223372036854775808", "1.5", "true", "[]",
			"99999999999999999999999" })
	void survivesUnusualTimes(String time) {
		assertThat(call(sign("{\"sub\": \"account:1\", \"exp\": %s}".formatted(time))).status()).isIn(200, 401);
		assertThat(call(sign("{\"sub\": \"account:1\", \"exp\": %d, \"nbf\": %s}".formatted(LATER, time))).status())
			.isIn(200, 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999", "0", "-1", "1x", " 1", "01", "", "x", "account:", "account:0", "account:999999",
			"ACCOUNT:1", "account:1 ", "99999999999999999999", "account:99999999999999999999", "１" })
	void refusesATokenOfAnUnknownSubject(String subject) {
		assertRefused(call(sign("{\"sub\": \"%s\", \"exp\": %d}".formatted(subject, LATER))),
				"token subject is unknown");
	}

	/** Tokens of older versions name no session: see the accepted ones. */
	@Test
	void refusesATokenOfAnUnknownSession() {
		assertRefused(
				call(sign(
						"{\"sub\": \"account:1\", \"exp\": %d, \"sid\": \"%s\"}".formatted(LATER, UUID.randomUUID()))),
				"token subject is unknown");
	}

	@Test
	void refusesATokenOfADisabledAccount() {
		TestMember member = TestMember.signUp(this.api);
		member.disable(this.database.jdbc());
		assertRefused(member.api().get("/users/active_segments?user_id=" + member.userId()),
				"token subject is unknown");
	}

	@ParameterizedTest
	@CsvSource(
			value = { "bearer %s", "BEARER %s", "Bearer", "Bearer  %s", "Bearer %s x", "Bearer %s,", "Token %s",
					"Basic YWRtaW46YWRtaW4=", "%s", "Bearer\t%s", "Bearer%s", "\u0085", "\u00ff" },
			delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
	void refusesAMalformedHeader(String header) {
		RawHttp.RawAnswer answer = RawHttp.send(this.api, "GET", "/api/v1/segments/",
				"Authorization: " + header.formatted(sign(ADMIN)));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.error()).isIn("invalid authorization header", "token is malformed");
		assertThat(answer.error().equals("token is malformed")).isEqualTo(header.endsWith(","));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer \u0085", "Bearer \u00e9", "Bearer ~", "Bearer .", "Bearer =" })
	void refusesATokenOfRandomBytes(String header) {
		RawHttp.RawAnswer answer = RawHttp.send(this.api, "GET", "/api/v1/segments/", "Authorization: " + header);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.error()).isEqualTo("token is malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Other: 1", "Authorization:", "Authorization:   " })
	void refusesAMissingHeader(String header) {
		RawHttp.RawAnswer answer = RawHttp.send(this.api, "GET", "/api/v1/segments/", header);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.error()).isEqualTo("empty authorization header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer garbage", "Bearer", "Basic x", "", "Bearer \u0085" })
	void ignoresAnInvalidTokenOnPublicPaths(String header) {
		String authorization = "Authorization: " + header;
		assertThat(RawHttp.send(this.api, "POST", "/api/v1/users/sign-up", authorization).error())
			.isEqualTo("invalid input");
		assertThat(RawHttp.send(this.api, "POST", "/api/v1/users/sign-in/", authorization).error())
			.isEqualTo("invalid input");
		assertThat(RawHttp.send(this.api, "GET", "/api/v1/users/refresh", authorization).error())
			.isEqualTo("refresh-token not found");
		assertThat(RawHttp.send(this.api, "GET", "/ping", authorization).body()).isEqualTo("{\"message\":\"pong\"}");
	}

	private Answer call(String token) {
		return this.api.withToken(token).get("/segments/");
	}

	private static void assertRefused(Answer answer, String error) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.error()).isEqualTo(error);
	}

	private static String sign(String payload) {
		return sign(JWSAlgorithm.HS256, KEY, payload);
	}

	private static String sign(JWSAlgorithm algorithm, String key, String payload) {
		try {
			JWSObject token = new JWSObject(new JWSHeader(algorithm), new Payload(payload));
			token.sign(new MACSigner(Base64.getDecoder().decode(key)));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
