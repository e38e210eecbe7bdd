package dev.segmentation.config.security.page;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.web.turn.ArrivingBody;
import dev.segmentation.shared.web.turn.BusyAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Accepts file uploads only from editors, and only on the paths that take files. Without
 * this filter, the CSRF filter would read all parts of an upload to find its token, and
 * Tomcat would store the files of unauthenticated clients.
 */
class MultipartGate extends OncePerRequestFilter {

	private final Pattern paths;

	private final DataSize limit;

	private final AuthenticationEntryPoint signInRequired;

	/**
	 * Accepts files on some paths.
	 * @param paths a pattern of the paths
	 * @param limit the largest size of a request
	 * @param signInRequired answers requests without a signed-in account
	 */
	MultipartGate(String paths, DataSize limit, AuthenticationEntryPoint signInRequired) {
		this.paths = Pattern.compile(paths);
		this.limit = limit;
		this.signInRequired = signInRequired;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
	}

	/** Stores the files. */
	private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (ArrivingBody.read(request, request::getParameterMap).isPresent()) {
			chain.doFilter(request, response);
		}
		else {
			BusyAnswer.send(request, response);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication account = SecurityContextHolder.getContext().getAuthentication();
		if (account == null) {
			this.signInRequired.commence(request, response, new InsufficientAuthenticationException("not signed in"));
		}
		else if (!Authorities.isEditor(account)) {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else if (!HttpMethod.POST.matches(request.getMethod())
				|| !this.paths.matcher(request.getRequestURI()).matches()) {
			response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
		}
		else if (request.getContentLengthLong() > this.limit.toBytes()) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		else {
			read(request, response, chain);
		}
	}

}
