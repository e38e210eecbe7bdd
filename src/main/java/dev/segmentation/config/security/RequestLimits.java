package dev.segmentation.config.security;

import java.io.IOException;
import java.time.Duration;

import dev.segmentation.limit.LimitProperties;
import dev.segmentation.limit.RateLimit;
import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of each account. Requests without an account count for their
 * address.
 */
@Component
public class RequestLimits {

	/** A page or a batch job sends many requests at once, and then none. */
	private static final Duration WINDOW = Duration.ofSeconds(10);

	private final RateLimit accounts;

	private final RateLimit addresses;

	RequestLimits(LimitProperties limits) {
		this.accounts = new RateLimit("account", limits.accountRequests() * WINDOW.toSeconds(), WINDOW);
		this.addresses = new RateLimit("address", limits.addressRequests() * WINDOW.toSeconds(), WINDOW);
	}

	/**
	 * Counts a request and writes the headers of its limit.
	 * @return whether the request is within the limit
	 */
	public boolean allow(HttpServletRequest request, HttpServletResponse response) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		RateLimit.Attempt attempt = (authentication != null
				&& authentication.getPrincipal() instanceof CurrentAccount account)
						? this.accounts.attempt(account.id()) : this.addresses.attempt(request.getRemoteAddr());
		response.setHeader("RateLimit-Policy", attempt.policy());
		response.setHeader("RateLimit", attempt.state());
		if (!attempt.allowed()) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, attempt.retryAfterSeconds());
		}
		return attempt.allowed();
	}

	/** Answers a request beyond the limit. */
	@FunctionalInterface
	public interface Refusal {

		void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

	}

}
