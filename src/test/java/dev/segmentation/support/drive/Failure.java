package dev.segmentation.support.drive;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a call fails.
 */
@FunctionalInterface
public interface Failure {

	/**
	 * Answers instead of the server.
	 * @param proper how the server would answer
	 */
	FakeAnswer answer(FakeRequest request, Function<FakeRequest, FakeAnswer> proper) throws IOException;

	/** No failure, this time. */
	static Failure none() {
		return (request, proper) -> proper.apply(request);
	}

	/** Nothing was done. */
	static Failure status(int status) {
		return error(status, "backendError", "Nothing was done.");
	}

	/** Nothing was done, for one of Google's reasons. */
	static Failure error(int status, String reason, String words) {
		return (request, proper) -> {
			request.body();
			return new Refusal(status, reason, words).answer();
		};
	}

	/** No token, as Google's accounts word it. */
	static Failure noToken(int status, String error, String words) {
		return (request, proper) -> {
			request.body();
			return TokenEndpoint.error(status, error, words);
		};
	}

	/** Something is in between that is not Google. */
	static Failure page(int status) {
		return (request, proper) -> {
			request.body();
			return new FakeAnswer(status, Map.of("Content-Type", "text/html"), "<html>No".getBytes());
		};
	}

	/** The connection ends amid the body. */
	static Failure dropped() {
		return (request, proper) -> {
			request.readSome(1000);
			return FakeAnswer.NONE;
		};
	}

	/** Everything was done, and the connection ends before that is said. */
	static Failure answerLost() {
		return (request, proper) -> {
			proper.apply(request);
			return FakeAnswer.NONE;
		};
	}

	/** Only the first bytes arrive, which is said. */
	static Failure partly(int bytes) {
		return (request, proper) -> {
			request.keepOnly(bytes);
			return proper.apply(request);
		};
	}

	/** Only the first bytes arrive, and then comes an error. */
	static Failure partly(int bytes, Failure then) {
		return (request, proper) -> {
			request.keepOnly(bytes);
			proper.apply(request);
			return then.answer(request, proper);
		};
	}

	/** Nothing is found, but there is more to look through. */
	static Failure emptyPage() {
		return (request, proper) -> {
			ObjectNode page = JsonMapper.shared().createObjectNode().put("nextPageToken", "more");
			page.putArray("files");
			return FakeAnswer.json(200, page);
		};
	}

	/** No answer, until the test is over. */
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
