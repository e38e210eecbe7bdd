package dev.segmentation.config.database.replica;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.segmentation.shared.web.api.ApiInterceptor;
import dev.segmentation.shared.web.api.v2.Version2;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Decides which requests read from the replica. Every account sees its own changes, on
 * every instance:
 * <ul>
 * <li>After a change on a page, the browser gets a cookie with the primary's position.
 * Pages read from the primary until the replica has replayed that position.
 * <li>API clients keep no cookies. They read from the replica only with an account that
 * cannot change anything. Version 2 always reads from the primary.
 * </ul>
 */
final class ReplicaRequests implements ApiInterceptor, WebMvcConfigurer {

	private static final String COOKIE = "written";

	/**
	 * An instance may notice the replica late, so the cookie lives longer by that time.
	 */
	private static final Duration SPARE = Duration.ofSeconds(60);

	private final Replica replica;

	private final DataSource primary;

	private final Duration cookieAge;

	ReplicaRequests(Replica replica, DataSource primary, Duration maxLag) {
		this.replica = replica;
		this.primary = primary;
		this.cookieAge = maxLag.plus(SPARE);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		boolean read = isApi(request)
				? isRead(request) && !isVersion2(request) && !mayChange() && this.replica.isUsable()
				: !showsChange(request) && !isShared(request) && this.replica.hasReplayed(written(request));
		if (read) {
			ReadRoute.toReplica(request);
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (!isApi(request) && showsChange(request)) {
			ResponseCookie cookie = ResponseCookie.from(COOKIE, Long.toString(WalPosition.inserted(this.primary)))
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
	 * Whether a page makes a change, or shows the progress of a background task.
	 */
	private static boolean showsChange(HttpServletRequest request) {
		return !isRead(request)
				|| Stream.of("/tasks", "/users/import").anyMatch((path) -> request.getRequestURI().startsWith(path));
	}

	/**
	 * Whether a request opens a shared link. Its client may refuse cookies, and a revoked
	 * link ends at once.
	 */
	private static boolean isShared(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/shared/");
	}

	private static boolean isRead(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static boolean isApi(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	private static boolean isVersion2(HttpServletRequest request) {
		return request.getRequestURI().startsWith(Version2.PATHS);
	}

	private static boolean mayChange() {
		Authentication account = SecurityContextHolder.getContext().getAuthentication();
		return account == null
				|| account.getAuthorities().stream().anyMatch((role) -> "ROLE_EDITOR".equals(role.getAuthority()));
	}

	/**
	 * Returns the position in the browser's cookie; invalid cookies are ignored.
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
