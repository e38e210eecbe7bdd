package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.ArrayList;

import com.google.api.client.http.HttpRequest;
import com.google.auth.oauth2.GoogleCredentials;

/**
 * Access tokens, asked for with patience: the upload of an hour must not fail because
 * Google was busy just when its token ran out.
 */
final class Tokens {

	private final GoogleCredentials credentials;

	private final Patience patience;

	Tokens(GoogleCredentials credentials, Patience patience) {
		this.credentials = credentials;
		this.patience = patience;
	}

	/** Puts the current token on a request, or a new one when that has run out. */
	void authorize(HttpRequest request) throws IOException {
		withPatience(() -> put(request));
	}

	/** Puts a new token on a request, the current one of which was refused. */
	void renew(HttpRequest request) throws IOException {
		withPatience(this.credentials::refresh);
		put(request);
	}

	private void put(HttpRequest request) throws IOException {
		this.credentials.getRequestMetadata(request.getUrl().toURI())
			.forEach((name, values) -> request.getHeaders().put(name, new ArrayList<>(values)));
	}

	private void withPatience(Step step) throws IOException {
		Pauses pauses = new Pauses(this.patience.retries());
		while (true) {
			try {
				step.take();
				return;
			}
			catch (IOException ex) {
				GoogleAnswer answer = GoogleAnswer.in(ex);
				if (!(answer.isMissing() || answer.isBusy()) || !this.patience.rest(pauses)) {
					throw new TokenException(ex);
				}
			}
		}
	}

	private interface Step {

		void take() throws IOException;

	}

}
