package dev.segmentation.config.security.page;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import dev.segmentation.config.longform.LongForms;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.turn.ArrivingBody;
import dev.segmentation.shared.web.turn.BusyAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms. Only editors may send long ones, and only to the path that takes pasted
 * lists. Those go to a file: Tomcat would provide memory for the announced size before
 * they arrive.
 */
class FormGate extends OncePerRequestFilter {

	private static final int LIMIT = 64 * 1024;

	private static final RequestMatcher LISTS = PathPatternRequestMatcher.withDefaults()
		.matcher("/segments/*/members/paste");

	/** The field of the list. */
	private static final String LIST = "text";

	private final LongForms longForms;

	private final AuthenticationEntryPoint signInRequired;

	/**
	 * Creates the gate.
	 * @param signInRequired answers long forms without a signed-in account
	 */
	FormGate(LongForms longForms, AuthenticationEntryPoint signInRequired) {
		this.longForms = longForms;
		this.signInRequired = signInRequired;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0,
				MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication account = SecurityContextHolder.getContext().getAuthentication();
		boolean list = LISTS.matches(request);
		long length = request.getContentLengthLong();
		if (!isUtf8(request.getContentType())) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
		}
		else if (0 <= length && length <= LIMIT) {
			read(request, response, chain);
		}
		else if (list && length <= LongForms.LIMIT && account != null
				&& account.getPrincipal() instanceof CurrentAccount editor && editor.may(Role.EDITOR)) {
			this.longForms.read(editor, LIST, request, response, chain);
		}
		else if (length < 0) {
			response.sendError(HttpStatus.LENGTH_REQUIRED.value());
		}
		else if (account == null && !"/login".equals(request.getRequestURI())) {
			this.signInRequired.commence(request, response, new InsufficientAuthenticationException("not signed in"));
		}
		else {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
		}
	}

	/** Browsers send no encoding. Another one would change letters. */
	private static boolean isUtf8(String contentType) {
		try {
			Charset named = MediaType.parseMediaType(contentType).getCharset();
			return named == null || named.equals(StandardCharsets.UTF_8);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (ArrivingBody.read(request, request::getParameterMap).isPresent()) {
			chain.doFilter(request, response);
		}
		else {
			BusyAnswer.send(request, response);
		}
	}

}
