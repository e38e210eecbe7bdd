package dev.segmentation.account.web;

import dev.segmentation.account.AccountService;
import dev.segmentation.shared.web.api.ApiInterceptor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a sign-up before its body is read when the settings close sign-up.
 */
@Component
class SignUpGate implements ApiInterceptor, WebMvcConfigurer {

	private static final String ROUTE = "/api/v1/users/sign-up";

	private final AccountService accounts;

	SignUpGate(AccountService accounts) {
		this.accounts = accounts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (ROUTE.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))) {
			this.accounts.requireSignUpOpen();
		}
		return true;
	}

}
