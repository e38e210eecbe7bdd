package dev.segmentation.config.web;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Answers TRACE like any other method that no address has. Tomcat would refuse it before
 * it knows the address, and a servlet would send back the cookies of the request.
 */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> passTrace() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> connector.setAllowTrace(true));
	}

	/** Methods are case-sensitive: the servlet does not know {@code trace}. */
	@Bean
	FilterRegistrationBean<Filter> renameTrace() {
		Filter filter = (request, response, chain) -> chain.doFilter(
				"TRACE".equals(((HttpServletRequest) request).getMethod()) ? new Unknown(request) : request, response);
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static final class Unknown extends HttpServletRequestWrapper {

		private Unknown(ServletRequest request) {
			super((HttpServletRequest) request);
		}

		@Override
		public String getMethod() {
			return "trace";
		}

	}

}
