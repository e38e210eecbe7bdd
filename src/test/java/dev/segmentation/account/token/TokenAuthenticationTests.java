package dev.segmentation.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Tokens at the API.
 */
@HttpTest
class TokenAuthenticationTests {

	/** A second, and the time of the call that notices. */
	private static final Duration SOON = Duration.ofMillis(1500);

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	TokenService service;

	@Autowired
	TokenAuthentication authentication;

	@Autowired
	TokenUses uses;

	private JdbcClient jdbc;

	private TestTokens tokens;

	@BeforeEach
	void prepare() {
		this.jdbc = this.database.jdbc();
		this.tokens = new TestTokens(this.service);
		// Uses that other classes left, for their own databases.
		this.uses.save();
	}

	@AfterEach
	void restoreTheOwner() {
		this.jdbc.sql("UPDATE accounts SET role = 'EDITOR', enabled = true WHERE login = 'editor'").update();
	}

	@ParameterizedTest
	@CsvSource({ "EDITOR, false, 201", "VIEWER, false, 403", "EDITOR, true, 403" })
	void permitsWhatItsRoleAndTheRestrictionToReadingPermit(Role role, boolean readOnly, int status) {
		Api program = use(this.tokens.create(new TokenLimits(role, readOnly, null, List.of()), null));
		assertThat(program.get("/segments").status()).isEqualTo(200);
		Answer created = program.post("/segments/create", "{\"name\": \"%s %s\"}".formatted(role, readOnly));
		assertThat(created.status()).isEqualTo(status);
		assertThat(created.error()).isEqualTo((status == 403) ? "forbidden" : "");
	}

	@Test
	void actsUnderItsNameAndThatOfItsOwner() {
		IssuedToken token = this.tokens.create(Role.EDITOR);
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc);
		assertThat(use(token)
			.post("/operations/add_segments", "{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(user, segment))
			.status()).isEqualTo(201);
		assertThat(this.jdbc.sql("SELECT login FROM acts JOIN accounts ON accounts.id = account_id")
			.query(String.class)
			.list()).contains(token.token().name() + " (editor)");
	}

	@Test
	void isKeptAsAHashOnly() {
		IssuedToken token = this.tokens.create(Role.VIEWER);
		assertThat(this.jdbc.sql("SELECT hash FROM api_token_secrets WHERE account_id = ?")
			.param(token.token().id())
			.query(byte[].class)
			.single()).isEqualTo(TokenSecret.hash(token.secret()));
		assertThat(this.jdbc.sql("SELECT password_hash FROM accounts WHERE id = ?")
			.param(token.token().id())
			.query(String.class)
			.optional()).isEmpty();
	}

	@Test
	void isNotUsableAsALogin() {
		IssuedToken token = this.tokens.create(Role.VIEWER);
		for (String password : List.of(token.secret(), "        ", "password")) {
			assertThat(this.api
				.post("/users/sign-in",
						"{\"login\": \"%s\", \"password\": \"%s\"}".formatted(token.token().login(), password))
				.error()).isEqualTo("incorrect login or password");
		}
	}

	@Test
	void saysWhyItIsRefused() {
		String secret = this.tokens.create(Role.VIEWER).secret();
		String mistyped = secret.substring(0, 10) + ((secret.charAt(10) == 'x') ? 'y' : 'x') + secret.substring(11);
		assertRefused(mistyped, "token is mistyped: its checksum is wrong");
		assertRefused(secret + "0", "token is mistyped: its checksum is wrong");
		assertRefused(TokenSecret.create(new java.security.SecureRandom()), "token is unknown");
		IssuedToken revoked = this.tokens.create(Role.VIEWER);
		this.service.revoke(revoked.token().id(), Accounts.EDITOR);
		assertRefused(revoked.secret(), "token is revoked");
		assertRefused(
				this.tokens.create(new TokenLimits(Role.VIEWER, false, null, List.of()), Instant.now().minusSeconds(1))
					.secret(),
				"token is expired");
		assertRefused(this.tokens
			.create(new TokenLimits(Role.VIEWER, false, null, List.of("10.0.0.0/8", "2001:db8::/32")), null)
			.secret(), "token is not accepted from this address");
		assertThat(use(this.tokens
			.create(new TokenLimits(Role.VIEWER, false, null, List.of("10.0.0.0/8", "127.0.0.1", "::1")), null))
			.get("/segments")
			.status()).isEqualTo(200);
	}

	@Test
	void endsAtItsEndAlthoughItIsCached() {
		IssuedToken token = this.tokens.create(new TokenLimits(Role.VIEWER, false, null, List.of()),
				Instant.now().plusSeconds(2));
		Api program = use(token);
		assertThat(program.get("/segments").status()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(4))
			.untilAsserted(() -> assertThat(program.get("/segments").error()).isEqualTo("token is expired"));
	}

	@Test
	void isRevokedOnAllInstancesWithinASecond() {
		TokenAuthentication otherInstance = new TokenAuthentication(new TokenGrantRepository(this.jdbc), this.uses,
				Clock.systemUTC());
		IssuedToken token = this.tokens.create(Role.VIEWER);
		Api program = use(token);
		assertThat(program.get("/segments").status()).isEqualTo(200);
		assertThat(otherInstance.authenticate(token.secret(), "127.0.0.1").login()).isEqualTo(token.token().login());
		this.service.revoke(token.token().id(), Accounts.EDITOR);
		await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
			assertThat(program.get("/segments").error()).isEqualTo("token is revoked");
			assertThatThrownBy(() -> otherInstance.authenticate(token.secret(), "127.0.0.1"))
				.hasMessage("token is revoked");
		});
	}

	@Test
	void followsTheRoleAndTheStateOfItsOwner() {
		IssuedToken token = this.tokens.create(Role.EDITOR);
		assertThat(role(token)).isEqualTo(Role.EDITOR);
		for (Role lower : List.of(Role.VIEWER, Role.MEMBER)) {
			long user = Sql.addUser(this.jdbc);
			this.jdbc.sql(
					"UPDATE accounts SET role = :role, user_id = CASE :role WHEN 'MEMBER' THEN CAST(:user AS bigint) END"
							+ " WHERE login = 'editor'")
				.params(Map.of("role", lower.name(), "user", user))
				.update();
			await().atMost(SOON).untilAsserted(() -> assertThat(role(token)).isEqualTo(lower));
		}
		this.jdbc.sql("UPDATE accounts SET role = 'ADMIN', user_id = NULL WHERE login = 'editor'").update();
		await().atMost(SOON).untilAsserted(() -> assertThat(role(token)).isEqualTo(Role.EDITOR));
		this.jdbc.sql("UPDATE accounts SET enabled = false WHERE login = 'editor'").update();
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(use(token).get("/segments").error()).isEqualTo("token owner is disabled"));
		this.service.handOver(token.token().id(), Accounts.ADMIN.id(), Accounts.ADMIN);
		await().atMost(SOON).untilAsserted(() -> assertThat(use(token).get("/segments").status()).isEqualTo(200));
		assertThat(this.authentication.authenticate(token.secret(), null).login())
			.isEqualTo(token.token().name() + " (admin)");
	}

	private Role role(IssuedToken token) {
		return this.authentication.authenticate(token.secret(), "127.0.0.1").role();
	}

	@Test
	void keepsTheOldSecretForTheOverlap() {
		IssuedToken first = this.tokens.create(Role.VIEWER);
		long id = first.token().id();
		IssuedToken second = this.service.rotate(id, Duration.ofHours(1), null, Accounts.EDITOR);
		assertThat(second.secret()).isNotEqualTo(first.secret());
		assertThat(use(first).get("/segments").status()).isEqualTo(200);
		assertThat(use(second).get("/segments").status()).isEqualTo(200);
		assertThat(second.token().replacedUntil()).isBetween(Instant.now().plusSeconds(3500),
				Instant.now().plusSeconds(3700));
		IssuedToken third = this.service.rotate(id, Duration.ZERO, null, Accounts.EDITOR);
		await().atMost(SOON).untilAsserted(() -> {
			assertRefused(first.secret(), "token is unknown");
			assertRefused(second.secret(), "token was replaced by a newer one");
		});
		assertThat(use(third).get("/segments").status()).isEqualTo(200);
		assertThat(third.token().replacedUntil()).isNull();
		assertThat(this.jdbc.sql("SELECT count(*) FROM api_token_secrets WHERE account_id = ?")
			.param(id)
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void countsItsUsesAndSavesTheLastOneAtMostOnceAMinute() {
		IssuedToken token = this.tokens.create(Role.VIEWER);
		for (int i = 0; i < 5; i++) {
			assertThat(use(token).get("/segments").status()).isEqualTo(200);
		}
		this.uses.save();
		ApiToken used = this.service.get(token.token().id(), Accounts.EDITOR);
		assertThat(used.uses()).isEqualTo(5);
		assertThat(used.lastUsedAt()).isAfter(Instant.now().minusSeconds(60));
		assertThat(used.lastUsedFrom()).isEqualTo("127.0.0.1");
		use(token).get("/segments");
		this.uses.save();
		ApiToken again = this.service.get(token.token().id(), Accounts.EDITOR);
		assertThat(again.uses()).isEqualTo(6);
		assertThat(again.lastUsedAt()).isEqualTo(used.lastUsedAt());
		this.jdbc.sql("UPDATE api_tokens SET last_used_at = now() - interval '61 seconds'").update();
		use(token).get("/segments");
		this.uses.save();
		assertThat(this.service.get(token.token().id(), Accounts.EDITOR).lastUsedAt()).isAfter(used.lastUsedAt());
	}

	@Test
	void readsTheDatabaseOnceForManyCalls() {
		IssuedToken token = this.tokens.create(Role.VIEWER);
		CountedReads reads = new CountedReads(this.jdbc);
		TokenAuthentication instance = new TokenAuthentication(reads, this.uses, Clock.systemUTC());
		Instant end = Instant.now().plusMillis(500);
		int calls = 0;
		while (Instant.now().isBefore(end)) {
			CurrentAccount account = instance.authenticate(token.secret(), "127.0.0.1");
			assertThat(account.id()).isEqualTo(token.token().id());
			calls++;
		}
		assertThat(calls).isGreaterThan(100);
		assertThat(reads.count).isOne();
	}

	@Test
	void opensTheMetricsToAdministratorsOnly() {
		TokenLimits limits = new TokenLimits(Role.ADMIN, false, null, List.of());
		Api program = use(this.tokens.create(limits, null, Accounts.ADMIN));
		assertThat(program.callBytes("GET", "/actuator/prometheus", null).body()).contains("segmentation_ready");
		assertThat(program.callBytes("GET", "/actuator/sbom", null).status()).isEqualTo(200);
		Answer refused = use(this.tokens.create(Role.EDITOR)).callBytes("GET", "/actuator/prometheus", null);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(this.api.as(TestAccount.ADMIN).callBytes("GET", "/actuator/prometheus", null).error())
			.isEqualTo("token is not an API token");
		assertThat(program.callBytes("GET", "/segments", null).status()).isIn(302, 401);
	}

	private Api use(IssuedToken token) {
		return this.api.withToken(token.secret());
	}

	private void assertRefused(String secret, String error) {
		Answer answer = this.api.withToken(secret).get("/segments");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.error()).isEqualTo(error);
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
	}

	private static final class CountedReads extends TokenGrantRepository {

		private int count;

		CountedReads(JdbcClient jdbc) {
			super(jdbc);
		}

		@Override
		java.util.Optional<TokenGrant> find(byte[] hash) {
			this.count++;
			return super.find(hash);
		}

	}

}
