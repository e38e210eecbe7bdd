package dev.segmentation.shared.web.turn;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.bucket4j.Bucket;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.WebUtils;

/**
 * The turn of a request to be worked on. A request has no turn while it waits for its
 * client: otherwise a few slow clients would keep everybody else waiting.
 */
public final class RequestTurn {

	/** Name of the request attribute of a request that got no turn. */
	public static final String REFUSED = RequestTurn.class.getName() + ".refused";

	private static final String ATTRIBUTE = RequestTurn.class.getName();

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** The page of an error takes as much time as the page that was requested. */
	private static final Bucket ERROR_PAGES = Bucket.builder()
		.addLimit((limit) -> limit.capacity(20).refillGreedy(20, Duration.ofSeconds(1)))
		.build();

	private final FairTurns turns;

	private final String client;

	private final AtomicBoolean taken = new AtomicBoolean();

	RequestTurn(FairTurns turns, HttpServletRequest request) {
		this.turns = turns;
		this.client = request.getRemoteAddr();
		request.setAttribute(ATTRIBUTE, this);
	}

	boolean take() {
		if (this.turns.take(this.client, PATIENCE)) {
			this.taken.set(true);
			return true;
		}
		return false;
	}

	void leave() {
		if (this.taken.compareAndSet(true, false)) {
			this.turns.giveBack(this.client);
		}
	}

	/**
	 * Ends the turn early, because the rest of the request mostly waits.
	 */
	public static void leave(HttpServletResponse response) {
		LeavingResponse leaving = WebUtils.getNativeResponse(response, LeavingResponse.class);
		if (leaving != null) {
			leaving.onResponseCommitted();
		}
	}

	/**
	 * Reads a body. While a part of it is still under way, the request has no turn.
	 * @param limit the most bytes to read
	 * @return the bytes; empty if the request got no turn afterwards
	 */
	public static Optional<byte[]> read(HttpServletRequest request, int limit) throws IOException {
		InputStream in = request.getInputStream();
		return hasArrived(request, in) ? Optional.of(in.readNBytes(limit)) : read(request, () -> in.readNBytes(limit));
	}

	/**
	 * Reads a body without a turn.
	 * @return the result; empty if the request got no turn afterwards
	 */
	public static <T> Optional<T> read(HttpServletRequest request, Reading<T> reading) throws IOException {
		Optional<RequestTurn> turn = of(request);
		turn.ifPresent(RequestTurn::leave);
		T body = reading.read();
		return turn.stream().allMatch(RequestTurn::take) ? Optional.of(body) : Optional.empty();
	}

	private static boolean hasArrived(HttpServletRequest request, InputStream in) throws IOException {
		long length = request.getContentLengthLong();
		return (length >= 0) ? in.available() >= length : request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
	}

	/**
	 * Answers a request that got no turn.
	 */
	public static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, "1");
		if (ERROR_PAGES.tryConsume(1)) {
			request.setAttribute(REFUSED, true);
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().print("{\"error\":\"service unavailable\"}");
	}

	private static Optional<RequestTurn> of(ServletRequest request) {
		return Optional.ofNullable((RequestTurn) request.getAttribute(ATTRIBUTE));
	}

	/** What waits for the client. */
	@FunctionalInterface
	public interface Reading<T> {

		T read() throws IOException;

	}

}
