package dev.segmentation.report.drive;

import java.time.Duration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets a test of the whole application retry without pauses.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ImpatientDrive {

	@Bean
	@Primary
	RetryPolicy noPauses() {
		return RetryPolicy.of(Duration.ofSeconds(20), (pause) -> {
		});
	}

}
