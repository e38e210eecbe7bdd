package dev.segmentation.report.drive;

import java.io.IOException;
import java.time.Duration;

import com.google.api.client.http.HttpIOExceptionHandler;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.api.client.util.BackOff;
import org.jspecify.annotations.Nullable;

/**
 * The retries of one request, when Google is busy or does not answer. Google's own
 * handlers ignore {@code Retry-After}.
 */
final class Retries implements HttpIOExceptionHandler, HttpUnsuccessfulResponseHandler {

	private final Operation operation = Operation.current();

	private final BackOff backOff = RetryPolicy.newBackOff();

	private int attempt = 1;

	@Override
	public boolean handleIOException(HttpRequest request, boolean canRetry) throws IOException {
		return canRetry && again(request, Duration.ZERO);
	}

	@Override
	public boolean handleResponse(HttpRequest request, HttpResponse response, boolean canRetry) throws IOException {
		return canRetry && DriveError.isBusy(response.getStatusCode())
				&& again(request, retryAfter(response.getHeaders().getRetryAfter()));
	}

	private boolean again(HttpRequest request, Duration least) throws IOException {
		boolean again = this.operation.pause(++this.attempt, this.backOff, least);
		this.operation.limit(request);
		return again;
	}

	/** Google sends seconds. */
	private static Duration retryAfter(@Nullable String header) {
		return (header != null && header.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(header))
				: Duration.ZERO;
	}

}
