package dev.segmentation.shared.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.segmentation.support.Api;
import dev.segmentation.support.CapturedLog;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends random requests to every route of the pages and of the API. Each is refused or
 * accepted, and none causes an internal error. {@code make fuzz} runs it for longer and
 * with another seed.
 */
@HttpTest
class FuzzTests {

	private static final long SEED = Long.getLong("fuzz.seed", 20261127);

	/** The same requests on every machine, unless a length is set. */
	private static final int REQUESTS = 2500;

	private static final @Nullable Long SECONDS = Long.getLong("fuzz.seconds");

	private static final int OBJECTS = 20;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@RegisterExtension
	final CapturedLog log = new CapturedLog();

	@Test
	void randomRequestsCauseNoInternalError() {
		List<FuzzedRoute> routes = routes();
		JqwikSession.run(() -> fuzz(FuzzedRequest.of(routes, ids()).generator(1000, false)));
		assertThat(this.log.lines()).filteredOn(FuzzTests::isUnexpected).isEmpty();
		assertThat(this.database.historyMismatches()).isEmpty();
		assertThat(this.database.sizeMismatches()).isEmpty();
	}

	/** The routes of the API come from its documents, and Spring has no others. */
	private List<FuzzedRoute> routes() {
		List<FuzzedRoute> api = Stream.of("/v3/api-docs", "/v3/api-docs/v2")
			.flatMap((document) -> FuzzedRoute.of(this.api.callBytes("GET", document, null).json()).stream())
			.toList();
		List<FuzzedRoute> mapped = PageRoutes.of(this.mappings);
		assertThat(api).extracting(FuzzedRoute::pattern)
			.containsAll(mapped.stream().map(FuzzedRoute::pattern).filter((path) -> path.startsWith("/api/")).toList());
		return Stream.concat(api.stream(), mapped.stream().filter((route) -> !route.isApi())).toList();
	}

	private List<String> ids() {
		List<String> ids = new ArrayList<>();
		for (int n = 0; n < OBJECTS; n++) {
			ids.add(String.valueOf(Sql.addUser(this.database.jdbc())));
			ids.add(String.valueOf(Sql.addSegment(this.database.jdbc())));
		}
		return ids.stream().distinct().toList();
	}

	private void fuzz(RandomGenerator<FuzzedRequest> requests) {
		Sender sender = Sender.signIn(this.api);
		Random random = new Random(SEED);
		Instant start = Instant.now();
		int sent = 0;
		for (; goesOn(start, sent); sent++) {
			Shrinkable<FuzzedRequest> request = requests.next(random);
			if (sender.fails(request.value())) {
				throw new AssertionError(
						"With the seed %d, request %d: %s".formatted(SEED, sent, smallest(sender, request).value()));
			}
		}
		System.out.printf("Fuzzing with -Dfuzz.seed=%d sent %d requests.%n", SEED, sent);
		assertThat(sender.isSignedIn()).isTrue();
	}

	private static boolean goesOn(Instant start, int sent) {
		return (SECONDS != null) ? Instant.now().isBefore(start.plusSeconds(SECONDS)) : sent < REQUESTS;
	}

	/** Looks for a simpler request that fails too. */
	private static Shrinkable<FuzzedRequest> smallest(Sender sender, Shrinkable<FuzzedRequest> failed) {
		return failed.shrink()
			.limit(100)
			.filter((simpler) -> sender.fails(simpler.value()))
			.findFirst()
			.map((simpler) -> smallest(sender, simpler))
			.orElse(failed);
	}

	private static boolean isUnexpected(ILoggingEvent event) {
		return FuzzedRequest.ID.equals(event.getMDCPropertyMap().get("requestId"))
				&& (event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null);
	}

	/**
	 * Sends requests as an administrator.
	 */
	private record Sender(Api api, Pages pages, String token) {

		static Sender signIn(Api api) {
			Pages pages = new Pages(api).signIn(TestAccount.ADMIN);
			return new Sender(api.as(TestAccount.ADMIN), pages, pages.token());
		}

		/** A refusal of too much work is asked for. */
		boolean fails(FuzzedRequest request) {
			int status = request.send(this.api, this.pages, this.token);
			return status >= 500 && status != 503;
		}

		boolean isSignedIn() {
			return this.pages.get("/segments").statusCode() == 200;
		}

	}

}
