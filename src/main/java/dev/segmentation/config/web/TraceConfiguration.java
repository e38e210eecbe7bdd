package dev.segmentation.config.web;

import java.io.IOException;
import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

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
	FilterRegistrationBean<TraceFilter> renameTrace() {
		FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter());
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static final class TraceFilter extends HttpFilter {

		@Override
		protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			chain.doFilter("TRACE".equals(request.getMethod()) ? new Unknown(request) : request, response);
		}

	}

	private static final class Unknown extends HttpServletRequestWrapper {

		private Unknown(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return "trace";
		}

	}

}
