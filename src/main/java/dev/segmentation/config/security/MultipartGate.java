package dev.segmentation.config.security;

import java.io.IOException;

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
 * Lets nobody send files but editors, and those only to where files are taken. The check
 * against forged requests looks for its token among the parts of an upload, and so would
 * have the server store any stranger's files before it refuses them.
 */
class MultipartGate extends OncePerRequestFilter {

	private final String path;

	private final DataSize limit;

	private final AuthenticationEntryPoint strangers;

	/**
	 * Lets files through to one path.
	 * @param limit how large a request may be
	 * @param strangers tells strangers to sign in
	 */
	MultipartGate(String path, DataSize limit, AuthenticationEntryPoint strangers) {
		this.path = path;
		this.limit = limit;
		this.strangers = strangers;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication account = SecurityContextHolder.getContext().getAuthentication();
		if (account == null) {
			this.strangers.commence(request, response, new InsufficientAuthenticationException("not signed in"));
		}
		else if (!isEditor(account)) {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else if (!HttpMethod.POST.matches(request.getMethod()) || !this.path.equals(request.getRequestURI())) {
			response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
		}
		else if (request.getContentLengthLong() > this.limit.toBytes()) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isEditor(Authentication account) {
		return account.getAuthorities().stream().anyMatch((role) -> "ROLE_EDITOR".equals(role.getAuthority()));
	}

}
