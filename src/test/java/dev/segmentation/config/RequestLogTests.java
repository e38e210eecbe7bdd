package dev.segmentation.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.segmentation.account.token.TestTokens;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.CapturedLog;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HttpTest
class RequestLogTests {

	private static final Logger own = (Logger) LoggerFactory.getLogger("dev.segmentation");

	@RegisterExtension
	final CapturedLog log = new CapturedLog();

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	TokenService tokenService;

	@BeforeEach
	void logMore() {
		own.setLevel(Level.DEBUG);
		this.database.jdbc().sql("""
				CREATE OR REPLACE FUNCTION fail_or_wait() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
				    IF new.name = 'BROKEN' THEN
				        RAISE EXCEPTION 'a defect';
				    END IF;
				    PERFORM pg_sleep(1.05) WHERE new.name = 'SLOW';
				    RETURN new;
				END $$;
				CREATE OR REPLACE TRIGGER fail_or_wait BEFORE INSERT ON segments
				    FOR EACH ROW EXECUTE FUNCTION fail_or_wait()""").update();
	}

	@AfterEach
	void logLessAgain() {
		own.setLevel(Level.INFO);
	}

	@Test
	void answersWithTheIdOfAWellFormedHeader() {
		assertThat(requestId("Client-1.a_b")).isEqualTo("Client-1.a_b");
		assertThat(requestId("x".repeat(65))).matches("[0-9a-f]{16}");
		assertThat(requestId("a b")).matches("[0-9a-f]{16}").isNotEqualTo(requestId("a b"));
	}

	private String requestId(String header) {
		return this.api.callBytes("GET", "/ping", null, "X-Request-Id", header).header("X-Request-Id");
	}

	@Test
	void logsASlowRequestWithItsIdAndAccount() {
		this.api.as(TestAccount.EDITOR).call("POST", "/segments/create", "{\"name\": \"SLOW\"}", "X-Request-Id", "s-1");
		ILoggingEvent line = line("s-1");
		assertThat(line.getFormattedMessage())
			.matches("Slow request: POST /api/v1/segments/create, status 201, 1\\d{3} ms, \\d+ rows");
		assertThat(line.getMDCPropertyMap()).containsEntry("account", "editor");
		assertThat(json(line)).contains("\"requestId\":\"s-1\"", "\"account\":\"editor\"", "\"@timestamp\"");
	}

	@Test
	void errorsHaveTheIdInTheLogTheAnswerAndThePage() {
		String header = this.api.as(TestAccount.EDITOR)
			.call("POST", "/segments/create", "{\"name\": \"BROKEN\"}", "X-Request-Id", "e-1")
			.header("X-Request-Id");
		assertThat(header).isEqualTo("e-1");
		assertThat(line("e-1").getFormattedMessage()).startsWith("Request failed");
		assertThat(line("e-1").getMDCPropertyMap()).containsEntry("account", "editor");
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		assertThat(editor.get("/no-such-page", "X-Request-Id", "e-3").body()).contains("<code>e-3</code>");
	}

	@Test
	void containsNoSecrets() {
		Api editor = this.api.as(TestAccount.EDITOR);
		new Pages(this.api).signIn("editor", "secret-mark-1");
		new Pages(this.api).signIn(TestAccount.EDITOR);
		this.api.post("/users/sign-in", "{\"login\": \"editor\", \"password\": \"secret-mark-2\"}");
		this.api.post("/users/sign-up", "{\"login\": \"n\", \"password\": \"secret-mark-3\"");
		this.api.post("/users/sign-up",
				"{\"login\": \"marked\", \"email\": \"m@example.com\", \"password\": \"secret-mark-4\"}");
		this.api.withToken("secret-mark-5").get("/segments");
		String token = new TestTokens(this.tokenService).create(Role.EDITOR).secret();
		Api program = this.api.withToken(token);
		program.post("/segments/create", "{\"name\": \"BROKEN\"}");
		program.callBytes("GET", "/actuator/prometheus", null);
		this.api.withToken(token.substring(0, 30) + "secret-mar").get("/segments");
		this.api.get("/segments?access_token=" + token);
		this.api.call("GET", "/users/refresh", null, "Cookie", "refresh-token=secret-mark-6; session=secret-mark-6");
		this.api.callBytes("GET", "/shared/secret-mark-7", null, "Accept", "text/html");
		editor.post("/segments/create", "{\"name\": \"BROKEN\", \"description\": \"secret-mark-8\"}");
		editor.post("/segments/create", "{\"name\": \"SLOW\", \"description\": \"secret-mark-9\"}");
		assertThat(this.log.lines()).isNotEmpty();
		assertThat(this.log.lines().stream().map(RequestLogTests::json))
			.noneMatch((line) -> line.contains("secret-mark") || line.contains("" + editor.token())
					|| line.contains(token.substring(0, 30)) || line.contains(TestAccount.PASSWORD));
	}

	/** Waits, because a slow request is logged after its answer. */
	private ILoggingEvent line(String requestId) {
		return await()
			.until(() -> this.log.lines()
				.stream()
				.filter((event) -> requestId.equals(event.getMDCPropertyMap().get("requestId")))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	/** The line as in the JSON log, with its stack trace. */
	private static String json(ILoggingEvent event) {
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
		encoder.setFormat("ecs");
		encoder.start();
		return new String(encoder.encode(event), StandardCharsets.UTF_8);
	}

}
