package dev.segmentation.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts sign-ins of pages and API on this instance.
 */
@Component
class SignIns {

	private final Counter successes;

	private final Counter failures;

	SignIns(MeterRegistry meters) {
		this.successes = counter("success").register(meters);
		this.failures = counter("failure").register(meters);
	}

	private static Counter.Builder counter(String result) {
		return Counter.builder("segmentation.sign.ins")
			.description("Sign-ins with a correct (success) or wrong password or login (failure)")
			.tag("result", result);
	}

	void countSuccess() {
		this.successes.increment();
	}

	/** Counts a failure and returns its exception. */
	IncorrectCredentialsException refused() {
		this.failures.increment();
		return new IncorrectCredentialsException();
	}

}
