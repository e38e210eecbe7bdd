package dev.segmentation.account.attempt;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.jwt.Signatures;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestDatabase;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HttpTest
class SignInAttemptsTests {

	@Autowired
	DataSource source;

	@Autowired
	Signatures signatures;

	@Autowired
	KnownBrowsers browsers;

	@Autowired
	FailedSignIns failures;

	@Autowired
	SignIns signIns;

	@Autowired
	TestDatabase database;

	private final MovedClock clock = new MovedClock();

	private final AtomicInteger checks = new AtomicInteger();

	@BeforeEach
	void start() {
		this.database.jdbc().sql("DELETE FROM sign_in_allowances").update();
		from("192.0.2.1");
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void allowsFiveWrongPasswordsAndThenLetsTheLoginWaitLongerAndLonger() {
		SignInAttempts attempts = instance();
		guess(attempts, "anna", 5);
		assertThat(refused(attempts, "anna").retryAfterSeconds()).isEqualTo(30);
		for (int guess = 6; guess <= 10; guess++) {
			this.clock.move(Duration.ofSeconds(30));
			guess(attempts, "anna", 1);
		}
		assertThat(refused(attempts, "anna").retryAfterSeconds()).isBetween(120, 150);
		for (int guess = 11; guess <= 20; guess++) {
			this.clock.move(Duration.ofMinutes(5));
			guess(attempts, "anna", 1);
		}
		this.clock.move(Duration.ofSeconds(refused(attempts, "anna").retryAfterSeconds()));
		guess(attempts, "anna", 1);
		assertThat(refused(attempts, "anna").retryAfterSeconds()).isBetween(3300, 3600);
	}

	@Test
	void tellsPeopleHowLongToWait() {
		SignInAttempts attempts = instance();
		guess(attempts, "anna", 5);
		this.clock.move(Duration.ofSeconds(9));
		BusyException refusal = refused(attempts, "anna");
		assertThat(refusal.status()).isEqualTo(429);
		assertThat(refusal.error()).isEqualTo("too many requests");
		assertThat(refusal.key()).isEqualTo("login.wait.seconds");
		assertThat(refusal.arguments()).containsExactly(21L);
	}

	@Test
	void restoresTheAllowanceOfALoginAfterASuccess() {
		SignInAttempts attempts = instance();
		guess(attempts, "anna", 4);
		assertThat(attempts.attempt("anna", () -> "signed in")).isEqualTo("signed in");
		guess(attempts, "Anna", 5);
		refused(attempts, "ANNA");
	}

	@Test
	void sharesTheAllowancesWithOtherInstances() {
		SignInAttempts one = instance();
		SignInAttempts two = instance();
		guess(one, "anna", 3);
		guess(two, "anna", 2);
		assertThat(refused(one, "anna").retryAfterSeconds()).isEqualTo(30);
		assertThat(refused(two, "anna").retryAfterSeconds()).isEqualTo(30);
		this.clock.move(Duration.ofSeconds(30));
		assertThat(two.attempt("anna", () -> "signed in")).isEqualTo("signed in");
		guess(one, "anna", 5);
	}

	@Test
	void checksNoMoreThanFivePasswordsOfManyAtOnce() throws Exception {
		SignInAttempts attempts = instance();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> guesses = IntStream.range(0, 64).mapToObj((n) -> clients.submit(() -> {
				assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> attempts.attempt("anna", this::wrong));
				return (Void) null;
			})).toList();
			for (Future<Void> guess : guesses) {
				guess.get();
			}
		}
		assertThat(this.checks).hasValue(5);
	}

	@Test
	void allowsFiftyWrongPasswordsOfAnAddress() {
		SignInAttempts attempts = instance();
		for (int person = 0; person < 10; person++) {
			guess(attempts, "person-" + person, 5);
		}
		BusyException refusal = refused(attempts, "anna");
		assertThat(refusal.retryAfterSeconds()).isEqualTo(60);
		from("192.0.2.2");
		guess(attempts, "anna", 1);
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1, 2001:db8:1:2:3:4:5:6, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false",
			"192.0.2.1, 192.0.2.2, false", "::ffff:192.0.2.1, 192.0.2.1, true" })
	void countsTheNetworkOfAnAddress(String one, String other, boolean same) {
		assertThat(ClientNetwork.of(one).equals(ClientNetwork.of(other))).isEqualTo(same);
	}

	@Test
	void doesNotCountAttemptsThatWereNotChecked() {
		SignInAttempts attempts = instance();
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThatExceptionOfType(BusyException.class).isThrownBy(() -> attempts.attempt("anna", () -> {
				throw BusyException.tooManyRequests("login.busy", 3);
			}));
			assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> attempts.attempt("anna", () -> {
				throw new ForbiddenException("forbidden", "forbidden");
			}));
		}
		guess(attempts, "anna", 5);
	}

	@Test
	void givesBrowsersThatSignedInBeforeTheirOwnAllowance() {
		SignInAttempts attempts = instance();
		for (int person = 0; person < 10; person++) {
			guess(attempts, "person-" + person, 5);
		}
		from("192.0.2.2");
		guess(attempts, "anna", 5);
		refused(attempts, "anna");
		from("192.0.2.1", knownBrowser("anna"));
		assertThat(attempts.attempt("Anna", () -> "signed in")).isEqualTo("signed in");
		guess(attempts, "anna", 5);
		assertThat(refused(attempts, "anna").retryAfterSeconds()).isEqualTo(30);
		from("192.0.2.1", knownBrowser("anna"));
		refused(attempts, "anna");
	}

	@Test
	void acceptsTheCookieOfABrowserOnlyForItsLoginAndUnchanged() {
		Cookie cookie = knownBrowser("anna");
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getMaxAge()).isEqualTo(365 * 24 * 60 * 60);
		assertThat(cookie.getName() + cookie.getValue()).doesNotContain("anna");
		MockHttpServletRequest request = from("192.0.2.1", cookie);
		assertThat(this.browsers.knows(request, "anna")).isTrue();
		assertThat(this.browsers.knows(request, "boris")).isFalse();
		for (String value : List.of("1" + cookie.getValue(), cookie.getValue() + "x", "", ".", "guess")) {
			assertThat(this.browsers.knows(from("192.0.2.1", new Cookie(cookie.getName(), value)), "anna")).isFalse();
		}
	}

	@Test
	void givesEachNameAnAllowanceOfItsOwn() {
		assertThat(IntStream.range(0, 10_000)
			.boxed()
			.flatMap((number) -> Stream.of(Allowance.values())
				.map((allowance) -> AllowanceKey.of(allowance, "invented-" + number, this.signatures).id()))
			.distinct()).hasSize(10_000 * Allowance.values().length);
	}

	@Test
	void purgesWholeAllowances() {
		SignInAttempts attempts = instance();
		guess(attempts, "anna", 2);
		assertThat(rows()).isEqualTo(2);
		repository().purge();
		assertThat(rows()).isEqualTo(2);
		this.database.jdbc().sql("UPDATE sign_in_allowances SET expires_at = expires_at - 1000000000").update();
		repository().purge();
		assertThat(rows()).isZero();
	}

	@Test
	void recordsAtMostTenFailuresAMinuteOfAnAddress() {
		SignInAttempts attempts = instance();
		from("192.0.2.77");
		for (int person = 0; person < 4; person++) {
			guess(attempts, "audited-" + person, 5);
		}
		assertThat(this.database.jdbc()
			.sql("""
					SELECT subject || ' ' || count(*) FROM audit_events
					WHERE kind = 'SIGN_IN_FAILED' AND address = '192.0.2.77' AND subject IS NOT NULL GROUP BY subject ORDER BY 1
					""")
			.query(String.class)
			.list()).containsExactly("audited-0 5", "audited-1 5");
		this.failures.recordRest();
		assertThat(more("192.0.2.77")).isEqualTo(10);
		this.failures.recordRest();
		assertThat(more("192.0.2.77")).isEqualTo(10);
	}

	/** The recurring work may have recorded a part of them. */
	private int more(String address) {
		return this.database.jdbc()
			.sql("SELECT sum(CAST(split_part(detail, ' ', 1) AS integer)) FROM audit_events "
					+ "WHERE kind = 'SIGN_IN_FAILED' AND address = ? AND detail LIKE '% more'")
			.param(address)
			.query(Integer.class)
			.single();
	}

	private AllowanceRepository repository() {
		return new AllowanceRepository(this.source, this.clock);
	}

	private SignInAttempts instance() {
		return new SignInAttempts(repository(), this.signatures, this.browsers, new RecentRefusals(this.clock),
				this.failures, this.signIns);
	}

	private void guess(SignInAttempts attempts, String login, int times) {
		for (int guess = 0; guess < times; guess++) {
			assertThatExceptionOfType(IncorrectCredentialsException.class)
				.isThrownBy(() -> attempts.attempt(login, this::wrong));
		}
	}

	private BusyException refused(SignInAttempts attempts, String login) {
		int before = this.checks.get();
		BusyException[] refusal = new BusyException[1];
		assertThatExceptionOfType(BusyException.class).isThrownBy(() -> attempts.attempt(login, this::wrong))
			.satisfies((ex) -> refusal[0] = ex);
		assertThat(this.checks).hasValue(before);
		return refusal[0];
	}

	private String wrong() {
		this.checks.incrementAndGet();
		throw new IncorrectCredentialsException();
	}

	private Cookie knownBrowser(String login) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.browsers.remember(new MockHttpServletRequest(), response, login);
		return response.getCookies()[0];
	}

	private static MockHttpServletRequest from(String address, Cookie... cookies) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		request.setCookies(cookies);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		return request;
	}

	private long rows() {
		return this.database.jdbc().sql("SELECT count(*) FROM sign_in_allowances").query(Long.class).single();
	}

}
