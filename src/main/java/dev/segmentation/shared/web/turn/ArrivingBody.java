package dev.segmentation.shared.web.turn;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * The body of a request, which arrives at the pace of its client.
 */
public final class ArrivingBody {

	/** Reading would allocate 16 KB to find that there is nothing. */
	private static final byte[] NONE = {};

	private ArrivingBody() {
	}

	/**
	 * Reads a body. While a part of it is still under way, the request has no turn.
	 * @param limit the most bytes to read
	 * @return the bytes; empty if the request got no turn afterwards
	 */
	public static Optional<byte[]> read(HttpServletRequest request, int limit) throws IOException {
		long length = request.getContentLengthLong();
		if (length == 0 || length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
			return Optional.of(NONE);
		}
		InputStream in = request.getInputStream();
		boolean arrived = length >= 0 && in.available() >= length;
		return arrived ? Optional.of(in.readNBytes(limit)) : read(request, () -> in.readNBytes(limit));
	}

	/**
	 * Reads a body without a turn.
	 * @return the result; empty if the request got no turn afterwards
	 */
	public static <T> Optional<T> read(HttpServletRequest request, Reading<T> reading) throws IOException {
		Optional<RequestTurn> turn = RequestTurn.of(request);
		turn.ifPresent(RequestTurn::leave);
		T body = reading.read();
		return turn.stream().allMatch(RequestTurn::take) ? Optional.of(body) : Optional.empty();
	}

	/** What waits for the client. */
	@FunctionalInterface
	public interface Reading<T> {

		T read() throws IOException;

	}

}
