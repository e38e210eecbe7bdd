package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.auth.oauth2.GoogleCredentials;

/**
 * Adds the access token, the timeouts and the retries to each request.
 */
final class RequestSetup implements HttpRequestInitializer {

	private final GoogleCredentials credentials;

	private final int retries;

	RequestSetup(GoogleCredentials credentials, int retries) {
		this.credentials = credentials;
		this.retries = retries;
	}

	@Override
	public void initialize(HttpRequest request) {
		authorize(request, false);
		Operation.current().limit(request);
		Retries handler = new Retries();
		request.setNumberOfRetries(this.retries);
		request.setIOExceptionHandler(handler);
		request.setUnsuccessfulResponseHandler(renewTokenOnce(handler));
	}

	/** A second 401 means that Google rejects the new token, too. */
	private HttpUnsuccessfulResponseHandler renewTokenOnce(HttpUnsuccessfulResponseHandler otherwise) {
		AtomicBoolean renewed = new AtomicBoolean();
		return (request, response, canRetry) -> {
			if (canRetry && response.getStatusCode() == 401 && renewed.compareAndSet(false, true)) {
				authorize(request, true);
				return true;
			}
			return otherwise.handleResponse(request, response, canRetry);
		};
	}

	/**
	 * Retries, so that an upload of an hour does not fail when Google is busy while its
	 * token expires.
	 * @param renew whether to replace a token that has not expired
	 */
	private void authorize(HttpRequest request, boolean renew) {
		try {
			Operation.current()
				.repeat((ex) -> DriveError.of(ex).isTemporary(), () -> headers(request, renew))
				.forEach((name, values) -> request.getHeaders().put(name, new ArrayList<>(values)));
		}
		catch (IOException ex) {
			throw new DriveException(DriveError.of(ex).tokenProblem(), "give an access token", ex);
		}
	}

	private Map<String, List<String>> headers(HttpRequest request, boolean renew) throws IOException {
		if (renew) {
			this.credentials.refresh();
		}
		return this.credentials.getRequestMetadata(request.getUrl().toURI());
	}

}
