package dev.segmentation.report.drive;

import java.time.Duration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Import it into a test of the whole application, and it tries as often as ever when
 * Drive fails, but does not rest in between.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ImpatientDrive {

	@Bean
	@Primary
	Patience impatience() {
		return new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), Patience.NORMAL.retries(),
				Patience.NORMAL.attempts(), (pause) -> {
				});
	}

}
