package dev.segmentation.report;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rate limit against guessing links. The client of this test has its own address, so
 * that the links of other tests still work.
 */
@HttpTest
class RateLimitedLinkTests {

	private static final String[] CLIENT = { "Accept", "text/html", "X-Forwarded-For", "203.0.113.7" };

	@Autowired
	Api api;

	@Test
	void limitsRequestsOfAnAddressPerMinute() {
		String path = "/shared/4711/%s/report.csv".formatted("A".repeat(43));
		Answer answer = this.api.callBytes("GET", path, null, CLIENT);
		int answered = 0;
		while (answer.status() == 404 && answered < 1000) {
			answered++;
			answer = this.api.callBytes("GET", path, null, CLIENT);
		}
		assertThat(answered).isBetween(30, 60);
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.header("Retry-After")).isEqualTo("60");
		assertThat(answer.body()).contains("Wait a minute");
	}

}
