package dev.segmentation.shared.web.turn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.segmentation.shared.web.api.v2.Problem;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.shared.web.api.v2.Version2;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The answer to a request that got no turn. A few of these answers have the layout of all
 * pages, which takes as much time as the page that was requested.
 */
public final class BusyAnswer {

	/** Name of the request attribute of a request that got no turn. */
	public static final String ATTRIBUTE = BusyAnswer.class.getName();

	private static final byte[] JSON = "{\"error\":\"service unavailable\"}".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PROBLEM = JsonMapper.shared()
		.writeValueAsBytes(Problem.of(ProblemCode.UNAVAILABLE, ProblemCode.UNAVAILABLE.detail(), List.of()));

	private static final Bucket LAYOUTS = Bucket.builder()
		.addLimit((limit) -> limit.capacity(20).refillGreedy(20, Duration.ofSeconds(1)))
		.build();

	private BusyAnswer() {
	}

	/**
	 * Sends the answer.
	 */
	public static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, "1");
		if (LAYOUTS.tryConsume(1)) {
			request.setAttribute(ATTRIBUTE, true);
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		boolean page = ("" + request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		if (page) {
			response.setContentType(MediaType.TEXT_HTML_VALUE);
			response.getOutputStream().write(BusyPage.in(request.getLocale()));
			return;
		}
		boolean problem = request.getRequestURI().startsWith(Version2.PATHS);
		response.setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(problem ? PROBLEM : JSON);
	}

}
