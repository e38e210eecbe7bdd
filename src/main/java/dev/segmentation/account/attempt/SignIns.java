package dev.segmentation.account.attempt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts sign-ins of pages and API on this instance.
 */
@Component
public class SignIns {

	private final Counter successes;

	private final Counter failures;

	private final Counter limited;

	SignIns(MeterRegistry meters) {
		this.successes = counter("success").register(meters);
		this.failures = counter("failure").register(meters);
		this.limited = counter("limited").register(meters);
	}

	private static Counter.Builder counter(String result) {
		return Counter.builder("segmentation.sign.ins")
			.description("Sign-ins with a correct (success) or wrong password or login (failure), "
					+ "and those after too many wrong ones (limited)")
			.tag("result", result);
	}

	/**
	 * Counts a success.
	 */
	public void countSuccess() {
		this.successes.increment();
	}

	void countFailure() {
		this.failures.increment();
	}

	void countLimited() {
		this.limited.increment();
	}

}
