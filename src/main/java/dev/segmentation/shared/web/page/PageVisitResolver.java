package dev.segmentation.shared.web.page;

import java.util.Objects;
import java.util.TimeZone;

import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Resolves {@link PageVisit} arguments. The handlers that declare one require a sign-in.
 */
class PageVisitResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageVisit.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
		HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
		HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
		Authentication authentication = (Authentication) Objects.requireNonNull(web.getUserPrincipal());
		CurrentAccount account = (CurrentAccount) Objects.requireNonNull(authentication.getPrincipal());
		TimeZone zone = Objects.requireNonNull(RequestContextUtils.getTimeZone(request));
		return new PageVisit(account, zone.toZoneId(), request, response);
	}

}
