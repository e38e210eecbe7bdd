package dev.segmentation.report;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rate limit against guessing links. Other tests come from the same address, so they
 * need a new application afterwards.
 */
@HttpTest
@DirtiesContext
class RateLimitedLinkTests {

	@Autowired
	Api api;

	@Test
	void limitsRequestsOfAnAddressPerMinute() {
		String path = "/shared/1/%s/report.csv".formatted("A".repeat(43));
		Answer answer = this.api.callBytes("GET", path, null);
		int answered = 0;
		while (answer.status() == 404 && answered < 1000) {
			answered++;
			answer = this.api.callBytes("GET", path, null, "Accept", "text/html");
		}
		assertThat(answered).isBetween(30, 60);
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.header("Retry-After")).isEqualTo("60");
		assertThat(answer.body()).contains("Wait a minute");
	}

}
