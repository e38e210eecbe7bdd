package dev.segmentation.config.database.replica;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Which requests the replica may answer, so that everybody sees what they have changed
 * themselves, whichever instance they come to:
 * <ul>
 * <li>of the pages, those that only read. After a change the browser keeps a cookie with
 * the primary's position; it is read from the primary until the replica has got there.
 * <li>of the API, where clients keep no cookies, those of accounts that may change
 * nothing.
 * </ul>
 */
final class ReplicaRule implements HandlerInterceptor {

	private static final String MET = ReplicaRule.class.getName();

	private static final String COOKIE = "written";

	/** Looks at the replica may be late by a little. */
	private static final Duration SPARE = Duration.ofSeconds(60);

	private final Replica replica;

	private final PrimaryPosition primary;

	private final Duration cookieAge;

	ReplicaRule(Replica replica, PrimaryPosition primary, Duration maxLag) {
		this.replica = replica;
		this.primary = primary;
		this.cookieAge = maxLag.plus(SPARE);
	}

	/**
	 * Whether the replica may answer, here and now. Outside a request it may not: jobs
	 * and tasks go by what they read.
	 */
	boolean isMet() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null && request.getAttribute(MET, RequestAttributes.SCOPE_REQUEST) != null
				&& this.replica.isUsable();
	}

	/**
	 * Whether the replica may hand over what is long, as a report. For a task it may when
	 * it has all that is on the primary now, for which a task can wait.
	 */
	boolean isMetByLongRead() {
		if (RequestContextHolder.getRequestAttributes() != null) {
			return isMet();
		}
		return this.replica.isUsable() && this.replica.awaitReplay(this.primary.inserted());
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		boolean met = isApi(request) ? isRead(request) && !mayChange()
				: !tellsOfChange(request) && this.replica.hasReplayed(written(request));
		if (met) {
			request.setAttribute(MET, true);
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (!isApi(request) && tellsOfChange(request)) {
			ResponseCookie cookie = ResponseCookie.from(COOKIE, Long.toString(this.primary.inserted()))
				.httpOnly(true)
				.secure(request.isSecure())
				.sameSite("Lax")
				.path("/")
				.maxAge(this.cookieAge)
				.build();
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		}
	}

	/**
	 * A page tells of a change when it makes one, and when it shows how a long one is
	 * getting on.
	 */
	private static boolean tellsOfChange(HttpServletRequest request) {
		return !isRead(request)
				|| Stream.of("/tasks", "/users/import").anyMatch((path) -> request.getRequestURI().startsWith(path));
	}

	private static boolean isRead(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static boolean isApi(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	private static boolean mayChange() {
		Authentication account = SecurityContextHolder.getContext().getAuthentication();
		return account == null
				|| account.getAuthorities().stream().anyMatch((role) -> "ROLE_EDITOR".equals(role.getAuthority()));
	}

	/**
	 * Where the browser knows the primary to be; what makes no sense came not from us.
	 */
	private static long written(HttpServletRequest request) {
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		return Arrays.stream(cookies)
			.filter((cookie) -> COOKIE.equals(cookie.getName()) && cookie.getValue().matches("\\d{1,18}"))
			.mapToLong((cookie) -> Long.parseLong(cookie.getValue()))
			.max()
			.orElse(0);
	}

}
