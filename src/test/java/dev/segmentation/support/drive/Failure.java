package dev.segmentation.support.drive;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A failure of a request.
 */
@FunctionalInterface
public interface Failure {

	/**
	 * Answers the request.
	 * @param proper answers without a failure
	 */
	FakeAnswer answer(FakeRequest request, Function<FakeRequest, FakeAnswer> proper) throws IOException;

	/** No failure for this request. */
	static Failure none() {
		return (request, proper) -> proper.apply(request);
	}

	/** Rejects the request with a status. */
	static Failure status(int status) {
		return error(status, "backendError", "Nothing was done.");
	}

	/** Asks the client to come back later. */
	static Failure busy(int status, String retryAfter) {
		return (request, proper) -> {
			FakeAnswer answer = status(status).answer(request, proper);
			return new FakeAnswer(status, Map.of("Content-Type", "application/json", "Retry-After", retryAfter),
					answer.body());
		};
	}

	/** Rejects the request with a status and one of Google's reasons. */
	static Failure error(int status, String reason, String words) {
		return (request, proper) -> {
			request.body();
			return new Refusal(status, reason, words).answer();
		};
	}

	/** Refuses a token in the format of Google's token endpoint. */
	static Failure noToken(int status, String error, String words) {
		return (request, proper) -> {
			request.body();
			return TokenEndpoint.error(status, error, words);
		};
	}

	/** Refuses a token because the client's clock is wrong, in Google's words. */
	static Failure wrongClock() {
		return noToken(400, "invalid_grant",
				"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
						+ "Check your iat and exp values in the JWT claim.");
	}

	/** Answers with an HTML page, as a proxy does. */
	static Failure page(int status) {
		return (request, proper) -> {
			request.body();
			return new FakeAnswer(status, Map.of("Content-Type", "text/html"), "<html>No".getBytes());
		};
	}

	/** Closes the connection while the client sends the body. */
	static Failure dropped() {
		return (request, proper) -> {
			request.readSome(1000);
			return FakeAnswer.NONE;
		};
	}

	/** Processes the request, and closes the connection before the answer. */
	static Failure answerLost() {
		return (request, proper) -> {
			proper.apply(request);
			return FakeAnswer.NONE;
		};
	}

	/** Stores only the first bytes, and answers so. */
	static Failure partly(int bytes) {
		return (request, proper) -> {
			request.keepOnly(bytes);
			return proper.apply(request);
		};
	}

	/** Stores only the first bytes, and then fails. */
	static Failure partly(int bytes, Failure then) {
		return (request, proper) -> {
			request.keepOnly(bytes);
			proper.apply(request);
			return then.answer(request, proper);
		};
	}

	/** Answers with an empty page that has a next page. */
	static Failure emptyPage() {
		return (request, proper) -> {
			ObjectNode page = JsonMapper.shared().createObjectNode().put("nextPageToken", "more");
			page.putArray("files");
			return FakeAnswer.json(200, page);
		};
	}

	/** Does not answer until the server is closed. */
	static Failure silence(CountDownLatch over) {
		return (request, proper) -> {
			try {
				over.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return FakeAnswer.NONE;
		};
	}

}
