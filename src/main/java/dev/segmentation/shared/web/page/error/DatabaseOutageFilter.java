package dev.segmentation.shared.web.page.error;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.segmentation.shared.database.DatabaseOutage;
import dev.segmentation.shared.database.FullDisk;
import dev.segmentation.shared.web.turn.BusyAnswer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests whose session cannot be read or saved, because the database is
 * unavailable or read-only, and requests whose files do not fit on the disk. Their error
 * page has no session: it would fail too, and Tomcat would answer instead of the page.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class DatabaseOutageFilter extends OncePerRequestFilter {

	private static final String CURRENT_SESSION = SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION";

	private final String sessionCookie;

	DatabaseOutageFilter(@Value("${server.servlet.session.cookie.name}") String sessionCookie) {
		this.sessionCookie = sessionCookie;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(isUnavailable(request) ? withoutSession(request) : request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (!DatabaseOutage.isCauseOf(ex) && !FullDisk.isCauseOf(ex)) {
				throw ex;
			}
			if (!response.isCommitted()) {
				ErrorPageController.send(ex, request, response);
			}
			else if (!isComplete(response.getStatus())) {
				throw ex;
			}
		}
	}

	/**
	 * Whether a sent answer is complete, so that only its session could not be saved: a
	 * redirect, or the page of the outage that follows. Another answer may have ended in
	 * its middle, which its client must notice.
	 */
	private static boolean isComplete(int status) {
		return HttpStatus.valueOf(status).is3xxRedirection() || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
	}

	/** Whether the database is the reason of an error, or an overload. */
	static boolean isUnavailable(HttpServletRequest request) {
		return request.getAttribute(BusyAnswer.ATTRIBUTE) != null
				|| request.getAttribute(ErrorPageController.ANSWER) instanceof ResponseEntity<?> answer
						&& answer.getStatusCode().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE);
	}

	private HttpServletRequest withoutSession(HttpServletRequest request) {
		request.removeAttribute(CURRENT_SESSION);
		return new HttpServletRequestWrapper(request) {

			@Override
			public Cookie[] getCookies() {
				return Stream.ofNullable(super.getCookies())
					.flatMap(Arrays::stream)
					.filter((cookie) -> !cookie.getName().equals(DatabaseOutageFilter.this.sessionCookie))
					.toArray(Cookie[]::new);
			}

		};
	}

}
