package dev.segmentation.report.drive;

import java.io.IOException;

import com.google.api.client.http.HttpBackOffIOExceptionHandler;
import com.google.api.client.http.HttpBackOffUnsuccessfulResponseHandler;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;

/**
 * Gives each request to Drive its token, and its patience.
 */
final class Requests implements HttpRequestInitializer {

	private final Tokens tokens;

	private final Patience patience;

	Requests(Tokens tokens, Patience patience) {
		this.tokens = tokens;
		this.patience = patience;
	}

	@Override
	public void initialize(HttpRequest request) throws IOException {
		this.tokens.authorize(request);
		request.setConnectTimeout((int) this.patience.connect().toMillis());
		request.setReadTimeout((int) this.patience.answer().toMillis());
		request.setWriteTimeout((int) this.patience.answer().toMillis());
		request.setNumberOfRetries(this.patience.retries());
		Pauses pauses = new Pauses(this.patience.retries());
		request.setUnsuccessfulResponseHandler(new Retry(pauses));
		request.setIOExceptionHandler(new HttpBackOffIOExceptionHandler(pauses).setSleeper(this.patience.sleeper()));
	}

	/** What is done about an answer that is not a success, within one request. */
	private final class Retry implements HttpUnsuccessfulResponseHandler {

		private final HttpUnsuccessfulResponseHandler whenBusy;

		private boolean renewed;

		Retry(Pauses pauses) {
			this.whenBusy = new HttpBackOffUnsuccessfulResponseHandler(pauses)
				.setSleeper(Requests.this.patience.sleeper())
				.setBackOffRequired((response) -> GoogleAnswer.isBusy(response.getStatusCode()));
		}

		@Override
		public boolean handleResponse(HttpRequest request, HttpResponse response, boolean again) throws IOException {
			if (again && response.getStatusCode() == 401 && !this.renewed) {
				this.renewed = true;
				Requests.this.tokens.renew(request);
				return true;
			}
			return this.whenBusy.handleResponse(request, response, again);
		}

	}

}
