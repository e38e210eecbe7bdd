package dev.segmentation.config.security;

import java.util.Arrays;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A client beyond its limit of requests. A thread of this test uses up the allowance of
 * its address.
 */
@HttpTest
class RequestLimitTests {

	private static final String ADDRESS = "203.0.113.99";

	@Autowired
	Api api;

	@Autowired
	RequestLimits limits;

	private final Thread client = Thread.ofPlatform().daemon().unstarted(this::sendForever);

	@BeforeEach
	void start() {
		this.client.start();
		await().until(() -> !allow());
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.client.interrupt();
		this.client.join();
	}

	private void sendForever() {
		while (!Thread.currentThread().isInterrupted()) {
			allow();
		}
	}

	private boolean allow() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(ADDRESS);
		return this.limits.allow(request, new MockHttpServletResponse());
	}

	@Test
	void getsTheErrorOfTheApi() {
		Answer answer = refused("/api/v1/segments");
		assertThat(answer.body()).isEqualTo("{\"error\":\"too many requests\"}");
		assertThat(answer.header("Retry-After")).isEqualTo("1");
		assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=5000;w=10");
		assertThat(answer.header("RateLimit")).matches("\"address\";r=0;t=(9|10)");
	}

	@Test
	void isRefusedWithAnInvalidTokenToo() {
		assertThat(refused("/api/v1/segments", "Authorization", "Bearer guessed").body()).contains("too many requests");
	}

	@Test
	void getsAPage() {
		Answer answer = refused("/login", "Accept", "text/html");
		assertThat(answer.body()).contains("<html", "Too many requests", "Wait a minute");
		assertThat(answer.header("Retry-After")).isEqualTo("1");
	}

	@Test
	void getsAToastOnAnOpenPage() {
		assertThat(refused("/segments", "HX-Request", "true").body()).contains("toast", "Too many requests")
			.doesNotContain("<html");
	}

	@Test
	void doesNotStopOthers() {
		Answer other = this.api.as(TestAccount.VIEWER).get("/segments");
		assertThat(other.status()).isEqualTo(200);
		assertThat(other.header("RateLimit-Policy")).isEqualTo("\"account\";q=100000;w=10");
		assertThat(other.header("RateLimit")).matches("\"account\";r=\\d+;t=\\d+");
		assertThat(get("/ping").status()).isEqualTo(200);
	}

	/** The server may grant a request that comes between two of the thread's. */
	private Answer refused(String path, String... headers) {
		return await().until(() -> get(path, headers), (answer) -> answer.status() == 429);
	}

	private Answer get(String path, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "X-Forwarded-For";
		all[headers.length + 1] = ADDRESS;
		return this.api.callBytes("GET", path, null, all);
	}

}
