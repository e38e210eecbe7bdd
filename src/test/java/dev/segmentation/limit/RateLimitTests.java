package dev.segmentation.limit;

import java.time.Duration;

import dev.segmentation.limit.RateLimit.Attempt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private final RateLimit limit = new RateLimit("address", 3, Duration.ofHours(1));

	@Test
	void countsTheRequestsOfEachCaller() {
		for (int rest = 2; rest >= 0; rest--) {
			Attempt attempt = this.limit.attempt("anna");
			assertThat(attempt.allowed()).isTrue();
			assertThat(attempt.policy()).isEqualTo("\"address\";q=3;w=3600");
			assertThat(attempt.state()).startsWith("\"address\";r=" + rest + ";t=");
		}
		assertThat(this.limit.attempt("anna").allowed()).isFalse();
		assertThat(this.limit.attempt("boris").allowed()).isTrue();
	}

	@Test
	void tellsWhenTheNextRequestIsAllowed() {
		for (int request = 0; request < 3; request++) {
			this.limit.attempt("anna");
		}
		assertThat(this.limit.attempt("anna").retryAfterSeconds()).isBetween(1190, 1200);
		assertThat(this.limit.attempt("anna").state()).matches("\"address\";r=0;t=3(59\\d|600)");
	}

}
