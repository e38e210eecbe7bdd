package dev.segmentation.account.factor.web;

import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.apache.commons.codec.binary.Base32;

/**
 * An account of its own for one test, with the password of all test accounts.
 */
record Staff(Api api, TestDatabase database, long id, String login) {

	private static final Pattern KEY = Pattern.compile("id=\"key\">([A-Z2-7 ]+)<");

	private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-7]{4}(-[a-z2-7]{4}){3})</code>");

	static Staff add(Api api, TestDatabase database, String login, Role role) {
		long id = database.jdbc().sql("""
				INSERT INTO accounts (login, password_hash, role)
				SELECT :login, password_hash, :role FROM accounts WHERE login = 'viewer' RETURNING id
				""").param("login", login).param("role", role.name()).query(Long.class).single();
		return new Staff(api, database, id, login);
	}

	/** A browser that entered the password. */
	Pages enterPassword() {
		return new Pages(this.api).signIn(this.login, TestAccount.PASSWORD);
	}

	/**
	 * Sets an authenticator app up.
	 */
	App setUpApp(Pages pages) {
		pages.post("/account/app", Map.of());
		Matcher key = KEY.matcher(pages.get("/account/app").body());
		if (!key.find()) {
			throw new IllegalStateException("The page has no key");
		}
		App app = new App(new Base32().decode(key.group(1).replace(" ", "")));
		String answer = pages.post("/account/app/confirm", Map.of("code", app.code(0))).body();
		List<String> codes = RECOVERY_CODE.matcher(answer).results().map((MatchResult code) -> code.group(1)).toList();
		return new App(app.secret(), codes);
	}

	List<String> audited() {
		return this.database.jdbc()
			.sql("SELECT concat_ws(' ', kind, login, detail) FROM audit_events WHERE subject = ? ORDER BY id")
			.param(this.login)
			.query(String.class)
			.list();
	}

	/**
	 * An authenticator app.
	 */
	record App(byte[] secret, List<String> recoveryCodes) {

		App(byte[] secret) {
			this(secret, List.of());
		}

		/** The code of a time step: 0 is the current one, and 1 the next one. */
		String code(int step) {
			TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
			try {
				return generator.generateOneTimePasswordString(new SecretKeySpec(this.secret, "HmacSHA1"),
						Instant.now().plus(generator.getTimeStep().multipliedBy(step)));
			}
			catch (InvalidKeyException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** A code that is wrong now and in the next minutes. */
		String wrongCode() {
			List<String> correct = IntStream.rangeClosed(-5, 10).mapToObj(this::code).toList();
			return IntStream.range(0, correct.size() + 1)
				.mapToObj("%06d"::formatted)
				.filter((code) -> !correct.contains(code))
				.findFirst()
				.orElseThrow();
		}

	}

}
