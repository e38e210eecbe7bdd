package dev.segmentation.config.web;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import dev.segmentation.config.database.RequestThread;
import dev.segmentation.config.database.RowCount;
import dev.segmentation.shared.RareWarning;
import dev.segmentation.shared.RequestChanges;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request an id, which all its log lines and its answer contain. Logs slow
 * requests by their route, because addresses may contain tokens.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

	private static final String HEADER = "X-Request-Id";

	private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final String ID = "requestId";

	private static final String ACCOUNT = "account";

	private static final Logger logger = LoggerFactory.getLogger(RequestLog.class);

	private static final RareWarning SLOW = new RareWarning(logger);

	private final long slowNanos;

	RequestLog(LogProperties properties) {
		this.slowNanos = properties.slowRequest().toNanos();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long start = System.nanoTime();
		begin(request, response);
		try {
			chain.doFilter(request, response);
		}
		finally {
			end(request, response, System.nanoTime() - start);
		}
	}

	/** The answer to an error is made in a second dispatch, for the same request. */
	private static void begin(HttpServletRequest request, HttpServletResponse response) {
		boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
		String id = first ? id(request.getHeader(HEADER)) : "" + request.getAttribute(ID);
		MDC.put(ID, id);
		if (first) {
			RowCount.reset();
			RequestThread.begin();
			RequestChanges.forget();
			request.setAttribute(ID, id);
		}
		else {
			MDC.put(ACCOUNT, (String) request.getAttribute(ACCOUNT));
		}
		response.setHeader(HEADER, id);
	}

	private static String id(@Nullable String wanted) {
		return (wanted != null && WELL_FORMED.matcher(wanted).matches()) ? wanted
				: HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
	}

	private void end(HttpServletRequest request, HttpServletResponse response, long nanos) {
		// The client was slow if its body did not arrive in time.
		if (nanos >= this.slowNanos && response.getStatus() != HttpServletResponse.SC_REQUEST_TIMEOUT) {
			SLOW.log("Slow request: {} {}, status {}, {} ms, {} rows", request.getMethod(), route(request),
					response.getStatus(), Duration.ofNanos(nanos).toMillis(), RowCount.get());
		}
		request.setAttribute(ACCOUNT, MDC.get(ACCOUNT));
		RequestThread.end();
		MDC.remove(ACCOUNT);
		MDC.remove(ID);
	}

	private static Object route(HttpServletRequest request) {
		Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (route != null) ? route : "(no route)";
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
