package dev.segmentation.config.security.company;

import java.io.IOException;
import java.util.Locale;

import dev.segmentation.account.company.CompanyRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Leads back to the sign-in page, which says why the company's sign-on has failed.
 */
class CompanyFailureHandler implements AuthenticationFailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(CompanyFailureHandler.class);

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException {
		response.sendRedirect("/login?company=" + reason(ex));
	}

	private static String reason(AuthenticationException ex) {
		if (ex.getCause() instanceof CompanyRefusedException refused) {
			return refused.reason().name().toLowerCase(Locale.ROOT);
		}
		if (ex instanceof OAuth2AuthenticationException failed
				&& "access_denied".equals(failed.getError().getErrorCode())) {
			return "cancelled";
		}
		logger.warn("The company's sign-on failed: {}", ex.getMessage());
		boolean unanswered = NestedExceptionUtils.getMostSpecificCause(ex) instanceof IOException;
		return unanswered ? "unavailable" : "failed";
	}

}
