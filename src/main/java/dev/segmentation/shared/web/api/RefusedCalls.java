package dev.segmentation.shared.web.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts the API calls that this instance refused, by reason.
 */
@Component
public class RefusedCalls {

	private final Meter.MeterProvider<Counter> calls;

	RefusedCalls(MeterRegistry meters) {
		this.calls = Counter.builder("segmentation.refused.calls")
			.description("API calls that were refused")
			.withRegistry(meters);
	}

	/**
	 * Counts a call.
	 * @param reason a constant of the program, never a text of the client
	 */
	public void count(String reason) {
		this.calls.withTag("reason", reason).increment();
	}

}
