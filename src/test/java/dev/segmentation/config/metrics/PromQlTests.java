package dev.segmentation.config.metrics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromQlTests {

	@Test
	void findsTheMetricsOfAQuery() {
		assertThat(PromQl.metrics("""
				histogram_quantile(0.99, sum by (uri, le) (rate(calls_bucket{uri=~"/a(b)", le!="x"}[5m] offset 1h)))
				  > 2e9 and on (instance) sum(other:metric) by (a) / ignoring(b) up == bool 0"""))
			.containsExactlyInAnyOrder("calls_bucket", "other:metric", "up");
	}

}
