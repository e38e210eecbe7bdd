package dev.segmentation.config.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a wrong method with 405 and the same {@code Allow} as OPTIONS. Spring names
 * only the methods of the controller, without HEAD and OPTIONS, which it answers itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongMethodResolver implements HandlerExceptionResolver {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (!(ex instanceof HttpRequestMethodNotSupportedException wrong)) {
			return null;
		}
		response.setHeader(HttpHeaders.ALLOW, allowed(wrong));
		try {
			response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return new ModelAndView();
	}

	private static String allowed(HttpRequestMethodNotSupportedException wrong) {
		Set<HttpMethod> methods = new LinkedHashSet<>(
				Objects.requireNonNullElse(wrong.getSupportedHttpMethods(), Set.of()));
		if (methods.contains(HttpMethod.GET)) {
			methods.add(HttpMethod.HEAD);
		}
		methods.add(HttpMethod.OPTIONS);
		return methods.stream().map(HttpMethod::name).collect(Collectors.joining(","));
	}

}
