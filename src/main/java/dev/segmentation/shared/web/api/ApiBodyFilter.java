package dev.segmentation.shared.web.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.segmentation.shared.web.turn.ArrivingBody;
import dev.segmentation.shared.web.turn.BusyAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Reads the body of an API request once. Limits its size, requires valid UTF-8, and takes
 * it for JSON; version 1 regardless of its Content-Type. The filter runs after
 * authorization, so that clients without permission cannot make the server read bodies.
 */
public class ApiBodyFilter extends HttpFilter {

	private final int limit;

	private final ApiErrorWriter errors;

	/**
	 * Creates the filter.
	 * @param limit the largest size of a body in bytes
	 */
	public ApiBodyFilter(int limit, ApiErrorWriter errors) {
		this.limit = limit;
		this.errors = errors;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<byte[]> received = ArrivingBody.read(request, this.limit + 1);
		if (received.isEmpty()) {
			BusyAnswer.send(request, response);
			return;
		}
		byte[] body = received.get();
		if (body.length > this.limit) {
			this.errors.write(request, response, HttpStatus.CONTENT_TOO_LARGE.value(), "request too large");
		}
		else if (body.length > 0 && !ApiRequest.mayBeJson(request)) {
			this.errors.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), "unsupported media type");
		}
		else if (!isText(body)) {
			this.errors.write(request, response, HttpStatus.BAD_REQUEST.value(), "invalid input");
		}
		else {
			chain.doFilter(new ApiRequest(request, body, SecurityContextHolder.getContext().getAuthentication()),
					response);
		}
	}

	/**
	 * Checks for UTF-8 without NUL. The NUL check also refuses UTF-16 and UTF-32.
	 */
	private static boolean isText(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).chars().noneMatch((c) -> c == 0);
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
