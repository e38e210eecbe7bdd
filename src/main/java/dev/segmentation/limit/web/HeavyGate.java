package dev.segmentation.limit.web;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyActs;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts the requests to handlers that are {@link Heavy}, from their begin to their end.
 */
@Component
class HeavyGate implements HandlerInterceptor, WebMvcConfigurer {

	private static final String ACT = HeavyGate.class.getName();

	private final HeavyActs acts;

	HeavyGate(HeavyActs acts) {
		this.acts = acts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Heavy heavy = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(Heavy.class) : null;
		if (heavy != null && !isShort(request, heavy.unless())
				&& request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof CurrentAccount account) {
			this.acts.begin(heavy.value(), account.id()).ifPresent((id) -> request.setAttribute(ACT, id));
		}
		return true;
	}

	private static boolean isShort(HttpServletRequest request, String parameter) {
		return !parameter.isEmpty() && StringUtils.hasLength(QueryParameters.get(request, parameter));
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(ACT) instanceof Long id) {
			request.removeAttribute(ACT);
			this.acts.end(id);
		}
	}

}
