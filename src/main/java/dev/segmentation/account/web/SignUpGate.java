package dev.segmentation.account.web;

import dev.segmentation.account.AccountService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a sign-up before its body is read when the settings close sign-up.
 */
@Component
class SignUpGate implements HandlerInterceptor, WebMvcConfigurer {

	private final AccountService accounts;

	SignUpGate(AccountService accounts) {
		this.accounts = accounts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/api/v1/users/sign-up");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.accounts.requireSignUpOpen();
		return true;
	}

}
