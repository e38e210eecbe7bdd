package dev.segmentation.shared.web.turn;

import java.io.IOException;
import java.util.Arrays;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests beside a client that takes as many turns as it gets.
 */
@HttpTest
class TurnFilterTests {

	private static final String GREEDY = "203.0.113.77";

	private static final int MORE_THAN_ALL = 10_000;

	@Autowired
	Api api;

	@Autowired
	TurnFilter filter;

	@Test
	void refusesMoreRequestsOfTheClient() throws Exception {
		takeTurns(MORE_THAN_ALL, () -> {
			Answer answer = get("/api/v1/segments/", "Authorization", "Bearer x");
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.body()).isEqualTo("{\"error\":\"service unavailable\"}");
			assertThat(answer.header("Retry-After")).isEqualTo("1");
		});
		assertThat(get("/login").status()).isEqualTo(200);
	}

	@Test
	void showsAPageThatReloads() throws Exception {
		takeTurns(MORE_THAN_ALL, () -> {
			Answer page = get("/login", "Accept", "text/html");
			assertThat(page.body()).contains("<!DOCTYPE html>", "Too many requests at the moment",
					"Nothing was changed. This page reloads by itself.");
			assertThat(page.header("Refresh")).isEqualTo("1");
			assertThat(get("/segments", "HX-Request", "true").body()).contains("toast", "Too many requests")
				.doesNotContain("<html");
		});
	}

	@Test
	void servesOthersAndThoseWhoWatch() throws Exception {
		takeTurns(MORE_THAN_ALL, () -> {
			assertThat(this.api.as(TestAccount.VIEWER).get("/segments/").status()).isEqualTo(200);
			assertThat(get("/ping").status()).isEqualTo(200);
			assertThat(get("/livez").status()).isEqualTo(200);
			assertThat(get("/actuator/health/liveness").status()).isEqualTo(200);
		});
	}

	@Test
	void endsTheTurnWhenTheAnswerIsBeingSent() throws Exception {
		answerRequests(100, () -> assertThat(get("/login").status()).isEqualTo(200));
	}

	/** Each request of the client sends the next one. The last of them is refused. */
	private void takeTurns(int requests, Runnable meanwhile) throws ServletException, IOException {
		send((request, response) -> {
			if (requests > 0) {
				takeTurns(requests - 1, meanwhile);
			}
		}, meanwhile);
	}

	private void answerRequests(int requests, Runnable meanwhile) throws ServletException, IOException {
		send((request, response) -> {
			response.flushBuffer();
			if (requests > 0) {
				answerRequests(requests - 1, meanwhile);
			}
			else {
				meanwhile.run();
			}
		}, () -> assertThat(requests).as("left when there was no turn").isZero());
	}

	private void send(FilterChain chain, Runnable refused) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/segments");
		request.setRemoteAddr(GREEDY);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, chain);
		if (response.getStatus() == 503) {
			refused.run();
		}
	}

	private Answer get(String path, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "X-Forwarded-For";
		all[headers.length + 1] = GREEDY;
		return this.api.callBytes("GET", path, null, all);
	}

}
