package dev.segmentation.shared.web;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends unusual values in every parameter and form field of every page. Each is refused
 * or accepted, and none causes an internal error. The routes come from Spring, so a new
 * page is included.
 */
@HttpTest
class HostilePagesTests {

	private static final List<String> VALUES = List.of("", " ", "abc", "0", "-1", "1", "1.5", "1e309",
			"9223372036854775807", "9223372036854775808", "true", "null", "[]", "FOO", "\0", "a\0b", "\ud83d\ude00",
			"\u202e\ufeff\uffff", "'; DROP TABLE users; --", "<script>alert(1)</script>", "../../etc/passwd",
			"%s {0} ${x} #{y} __${z}__ :name ?", "\r\nX: 1", "9999-12", "0000-00", "+999999999-12-31T23:59",
			"-999999999-01-01", "2026-02-30", "login:%00", "after=+999999999-01-01T00:00:00Z", "c1.AAAA", "P1D",
			"999999999999999d", "x".repeat(5000), "1,2,3", "1\n2");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping routes;

	private final ListAppender<ILoggingEvent> errors = new ListAppender<>();

	@BeforeEach
	void watchTheLog() {
		this.errors.start();
		log().addAppender(this.errors);
	}

	@AfterEach
	void nothingFailed() {
		log().detachAppender(this.errors);
		assertThat(this.errors.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR)).isEmpty();
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	@Test
	void areRefusedOrAccepted() {
		Pages pages = new Pages(this.api).signIn(TestAccount.ADMIN);
		List<Field> fields = fields();
		assertThat(fields).extracting(Field::name)
			.contains("users", "pick", "change", "segment", "days", "place", "at");
		List<String> failures = new ArrayList<>();
		String token = token(pages);
		for (Field field : fields) {
			for (String value : VALUES) {
				HttpResponse<String> answer = field.send(pages, value, token);
				if (answer.statusCode() >= 500) {
					failures.add("%s = %.40s: %d".formatted(field, value, answer.statusCode()));
				}
			}
		}
		assertThat(failures).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/reports, days", "/reports, place", "/reports, separator", "/segments/%d/members, pick",
			"/segments/%d/members/end, change", "/segments/%d/members/remove, users", "/segments/%d/settings, version",
			"/users/%d/segments/add, segment", "/users/new, version" })
	void showsThatAFieldIsMistyped(String path, String field) {
		long id = path.startsWith("/users") ? Sql.addUser(this.database.jdbc()) : Sql.addSegment(this.database.jdbc());
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		for (String mistyped : List.of("abc", "\u0661", "0x1", "#1")) {
			HttpResponse<String> answer = pages.post(path.formatted(id), Map.of(field, mistyped));
			assertThat(answer.statusCode()).as(mistyped).isEqualTo(422);
			assertThat(answer.body()).contains("The form contains an invalid value");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/login, 400, 'username=a%zz'", "/segments/new, 400, 'name=a%zz'", "/segments/new, 400, '%'",
			"/preferences, 400, 'language=%f'", "/no-such-page, 400, '%zz=1'" })
	void answersUnreadableFormsWithAPage(String path, int status, String body) {
		for (Pages pages : List.of(new Pages(this.api), new Pages(this.api).signIn(TestAccount.EDITOR))) {
			HttpResponse<String> answer = pages.postWithoutToken(path, body);
			assertThat(answer.statusCode()).isEqualTo(status);
			assertThat(answer.body()).contains("<!DOCTYPE html>").doesNotContain("Exception");
		}
	}

	@Test
	void answersUnreadableUploadsWithAPage() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		HttpResponse<String> answer = pages.uploadWithoutToken("/users/import", "--cut\r\n" + "x".repeat(20_000),
				"file", "users.csv", new byte[1]);
		assertThat(answer.statusCode()).isIn(400, 413);
		assertThat(answer.body()).contains("<!DOCTYPE html>");
	}

	@Test
	void answersFormsThatAreTooLargeWithAPage() {
		String many = "a=1&".repeat(1499);
		String large = "text=" + "x".repeat(17 << 20);
		for (Pages pages : List.of(new Pages(this.api), new Pages(this.api).signIn(TestAccount.EDITOR))) {
			for (String body : List.of(many, large)) {
				HttpResponse<String> answer = pages.postWithoutToken("/segments/1/members/paste", body);
				assertThat(answer.statusCode()).isIn(400, 413);
				assertThat(answer.body()).contains("<!DOCTYPE html>").doesNotContain("Exception");
			}
		}
	}

	private List<Field> fields() {
		long segment = Sql.addSegment(this.database.jdbc());
		long user = Sql.addUser(this.database.jdbc());
		return this.routes.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((route) -> AnnotatedElementUtils.hasAnnotation(route.getValue().getBeanType(),
					PageController.class))
			.flatMap((route) -> fields(route.getKey(), route.getValue(), segment, user))
			.filter((field) -> !field.path().matches("/(login|error|logout).*"))
			.sorted(Comparator.comparing(Field::toString))
			.toList();
	}

	private static Stream<Field> fields(RequestMappingInfo route, HandlerMethod handler, long segment, long user) {
		return route.getPatternValues()
			.stream()
			.flatMap((pattern) -> route.getMethodsCondition()
				.getMethods()
				.stream()
				.flatMap((method) -> Arrays.stream(handler.getMethodParameters())
					.flatMap(HostilePagesTests::names)
					.map((name) -> new Field(method, path(pattern, segment, user), required(route), name))));
	}

	private static String path(String pattern, long segment, long user) {
		long id = pattern.startsWith("/segments") ? segment : pattern.startsWith("/users") ? user : 1;
		return pattern.replaceAll("\\{[^}]+}", String.valueOf(id));
	}

	/** Parameters that select the route, such as the language of the preferences. */
	private static String required(RequestMappingInfo route) {
		return String.join("", route.getParamsCondition().getExpressions().stream().map((each) -> "&" + each).toList());
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

	private static String token(Pages pages) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(pages.get("/segments").body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private static Logger log() {
		return (Logger) LoggerFactory.getLogger("ROOT");
	}

	private record Field(RequestMethod method, String path, String required, String name) {

		HttpResponse<String> send(Pages pages, String value, String token) {
			String field = this.name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
			if (this.method == RequestMethod.GET) {
				return pages.get(this.path + "?" + field + this.required);
			}
			return pages.postWithoutToken(this.path, field + this.required + "&_csrf=" + token);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path + " " + this.name;
		}
	}

}
