package dev.segmentation.config.security.api;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.BeanIds;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Lets calls of the API and /ping pass only the filters that they need.
 */
@Configuration(proxyBeanMethods = false)
class ApiCallConfiguration {

	/** After the filters of all requests, and before those of pages. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	/**
	 * The server starts its filters before the database is available, so security comes
	 * later.
	 */
	@Bean
	FilterRegistrationBean<ApiCalls> apiCalls(ApplicationContext context, DispatcherServlet servlet) {
		FilterRegistrationBean<ApiCalls> calls = new FilterRegistrationBean<>(new ApiCalls(
				SingletonSupplier.of(() -> context.getBean(BeanIds.SPRING_SECURITY_FILTER_CHAIN, Filter.class)),
				servlet));
		calls.addUrlPatterns("/api/*", "/ping");
		calls.setOrder(ORDER);
		return calls;
	}

	/**
	 * The last filter of a call. It passes the call through security to the servlet. All
	 * later filters serve pages: sessions, form keys, versions of styles.
	 */
	record ApiCalls(Supplier<Filter> security, DispatcherServlet servlet) implements Filter {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain pages)
				throws ServletException, IOException {
			this.security.get().doFilter(request, response, this.servlet::service);
		}

	}

}
