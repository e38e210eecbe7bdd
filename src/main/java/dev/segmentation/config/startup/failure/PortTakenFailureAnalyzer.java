package dev.segmentation.config.startup.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

@Order(0)
class PortTakenFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
		return new StartFailure(
				"Port %d is already in use. Stop the program that uses it, or set another port with SERVER_PORT."
					.formatted(cause.getPort()),
				cause);
	}

}
