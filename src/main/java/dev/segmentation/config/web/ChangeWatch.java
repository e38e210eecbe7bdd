package dev.segmentation.config.web;

import java.util.Set;

import dev.segmentation.shared.RequestChanges;
import dev.segmentation.shared.web.api.ApiInterceptor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Watches the requests that may change something, from the time when they reach their
 * handler.
 */
@Component
class ChangeWatch implements ApiInterceptor, WebMvcConfigurer {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST && !READING.contains(request.getMethod())) {
			RequestChanges.watch(RequestChanges.areRecorded());
		}
		return true;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

}
