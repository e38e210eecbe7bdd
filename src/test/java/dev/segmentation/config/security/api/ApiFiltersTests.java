package dev.segmentation.config.security.api;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a call of the API passes on its way to its statement. Each filter and proxy takes
 * time of each call.
 */
@HttpTest
@Isolated("a context that starts beside it resets the loggers")
class ApiFiltersTests {

	private static final Logger statements = (Logger) LoggerFactory
		.getLogger("dev.segmentation.config.database.CountingJdbcTemplate");

	@Autowired
	Api api;

	private final Stacks stacks = new Stacks();

	private final Level level = statements.getEffectiveLevel();

	@BeforeEach
	void logStatements() {
		this.stacks.start();
		statements.addAppender(this.stacks);
		statements.setLevel(Level.DEBUG);
	}

	@AfterEach
	void restoreLog() {
		statements.setLevel(this.level);
		statements.detachAppender(this.stacks);
	}

	@Test
	void areOnlyThoseThatACallNeeds() {
		read();
		assertThat(filters()).containsExactly(
				// Of all requests.
				"TraceConfiguration", "ApiWebConfiguration", "GracefulDrain", "RequestLog", "UnreadableBodies",
				"CharacterEncodingFilter", "ServerHttpObservationFilter", "TurnFilter",
				// Of the API.
				"ApiCallConfiguration", "WebSecurityConfiguration", "CompositeFilter", "ServletRequestPathFilter",
				"FilterChainProxy", "ApiFailureFilter", "HeaderWriterFilter", "BearerFilter", "RequestLimitFilter",
				"RouteFilter", "ApiBodyFilter");
	}

	@Test
	void areFollowedByFewProxies() {
		read();
		assertThat(names(stack().filter((frame) -> frame.getClassName().contains("$$SpringCGLIB"))))
			.containsExactly("MembershipService");
	}

	private void read() {
		assertThat(this.api.as(TestAccount.VIEWER).get("/users/active_segments?user_id=1").status()).isEqualTo(400);
	}

	private List<String> filters() {
		return names(stack().filter((frame) -> frame.getMethodName().startsWith("doFilter"))
			.filter(ApiFiltersTests::isFilter));
	}

	private Stream<StackTraceElement> stack() {
		return Arrays.asList(this.stacks.last).reversed().stream();
	}

	private static boolean isFilter(StackTraceElement frame) {
		Class<?> type = ClassUtils.resolveClassName(frame.getClassName(), null);
		return Filter.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
	}

	private static List<String> names(Stream<StackTraceElement> frames) {
		return frames.map((frame) -> frame.getClassName().replaceAll(".*\\.|\\$.*", "")).distinct().toList();
	}

	private static final class Stacks extends AppenderBase<ILoggingEvent> {

		private volatile StackTraceElement[] last = {};

		@Override
		protected void append(ILoggingEvent event) {
			this.last = Thread.currentThread().getStackTrace();
		}

	}

}
