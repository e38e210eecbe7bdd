package dev.segmentation.shared.web.api;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures how the API reads requests.
 */
@Configuration(proxyBeanMethods = false)
class ApiWebConfiguration implements WebMvcConfigurer {

	private final ObjectProvider<JsonMapper> json;

	private final ObjectProvider<Validator> validator;

	ApiWebConfiguration(ObjectProvider<JsonMapper> json, ObjectProvider<Validator> validator) {
		this.json = json;
		this.validator = validator;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new BodyOrQueryResolver(this.json.getObject(), this.validator.getObject()));
	}

	/**
	 * Answers {@code /path/} as {@code /path}, without a redirect. The filter runs before
	 * security, because the security rules name each path once.
	 */
	@Bean
	FilterRegistrationBean<TrailingSlashes> trailingSlashes() {
		FilterRegistrationBean<TrailingSlashes> filter = new FilterRegistrationBean<>(new TrailingSlashes());
		filter.addUrlPatterns("/api/*", "/ping/");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	ServerHttpMessageConvertersCustomizer sizedJson(JsonMapper json) {
		return (converters) -> converters.withJsonConverter(new SizedJsonConverter(json));
	}

	/**
	 * Refuses values of another type instead of converting them, and refuses text after
	 * the JSON value. Keys match in any case, as in the reference service, which was
	 * written in Go.
	 */
	@Bean
	JsonMapperBuilderCustomizer strictJson() {
		return (builder) -> builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
			.defaultLocale(Locale.ROOT)
			.disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
			.withCoercionConfig(LogicalType.Textual,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.addModule(new SimpleModule("storable text").addDeserializer(String.class, new StorableText()));
	}

	/** Spring's filter parses each path, and every later filter parses it again. */
	private static final class TrailingSlashes extends HttpFilter {

		private final UrlHandlerFilter spring = UrlHandlerFilter.trailingSlashHandler("/api/**", "/ping/")
			.wrapRequest()
			.build();

		@Override
		protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getRequestURI().endsWith("/")) {
				this.spring.doFilter(request, response, chain);
			}
			else {
				chain.doFilter(request, response);
			}
		}

	}

}
