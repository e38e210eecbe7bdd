package dev.segmentation.limit.web;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.limit.HeavyActs;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.ApiInterceptor;
import dev.segmentation.shared.web.stream.StreamLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts long answers of handlers that are {@link Heavy}. Their short answers are not
 * counted, which would take longer than they do.
 */
@Component
class HeavyGate implements ApiInterceptor, WebMvcConfigurer, StreamLimit {

	private static final String KIND = HeavyAct.class.getName();

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
		request.setAttribute(KIND, (heavy != null) ? heavy.value() : null);
		return true;
	}

	@Override
	public void begin() {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		if (request.getAttribute(KIND) instanceof HeavyAct kind
				&& request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof CurrentAccount account) {
			this.acts.begin(kind, account.id()).ifPresent((id) -> request.setAttribute(ACT, id));
		}
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
