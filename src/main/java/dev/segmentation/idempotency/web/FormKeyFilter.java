package dev.segmentation.idempotency.web;

import java.io.IOException;
import java.util.Optional;

import dev.segmentation.idempotency.AlreadyDoneException;
import dev.segmentation.idempotency.IdempotencyKeys;
import dev.segmentation.idempotency.StillRunningException;
import dev.segmentation.idempotency.StoredAnswer;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.RequestChanges;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Executes each submitted form once. A repeated form waits for the first and gets its
 * answer. A form that was refused can be sent again.
 */
@Component
class FormKeyFilter extends OncePerRequestFilter {

	private final IdempotencyKeys keys;

	/**
	 * Tomcat starts its filters before the database is available, so the keys come later.
	 */
	FormKeyFilter(@Lazy IdempotencyKeys keys) {
		this.keys = keys;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication sender = SecurityContextHolder.getContext().getAuthentication();
		if (HttpMethod.POST.matches(request.getMethod()) && sender != null
				&& sender.getPrincipal() instanceof CurrentAccount account
				&& request.getParameter(FormKey.FIELD) != null) {
			answer(account.id(), FormKey.of(request), request, response, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void answer(long account, String key, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		Optional<StoredAnswer> earlier;
		try {
			earlier = this.keys.start(account, key);
		}
		catch (StillRunningException ex) {
			response.sendError(HttpStatus.TOO_EARLY.value());
			return;
		}
		catch (AlreadyDoneException ex) {
			response.sendError(HttpStatus.PRECONDITION_FAILED.value());
			return;
		}
		if (earlier.isPresent()) {
			AnswerCopies.write(earlier.get(), response);
		}
		else {
			execute(account, key, request, response, chain);
		}
	}

	private void execute(long account, String key, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		try {
			chain.doFilter(request, answer);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			this.keys.end();
			fail(account, key);
			throw ex;
		}
		this.keys.end();
		HttpStatusCode status = HttpStatusCode.valueOf(answer.getStatus());
		if (status.is5xxServerError()) {
			fail(account, key);
		}
		else if (status.isError()) {
			this.keys.forget(account, key);
		}
		else {
			this.keys.finish(account, key, AnswerCopies.of(request, answer));
		}
		answer.copyBodyToResponse();
	}

	private void fail(long account, String key) {
		if (RequestChanges.arePossible()) {
			this.keys.interrupt(account, key);
		}
		else {
			this.keys.forget(account, key);
		}
	}

}
