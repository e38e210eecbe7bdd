package dev.segmentation.shared.web.page.form;

import java.util.Objects;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Configures how Spring reads forms.
 */
@Configuration(proxyBeanMethods = false)
class FormConfiguration implements WebMvcConfigurer {

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(new WholeNumberConverter());
	}

	/** Wraps Spring's resolver of forms. It has no other place for this. */
	@Bean
	static BeanPostProcessor formArguments() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof RequestMappingHandlerAdapter adapter) {
					adapter.setArgumentResolvers(Objects.requireNonNull(adapter.getArgumentResolvers())
						.stream()
						.map((each) -> (each instanceof ModelAttributeMethodProcessor) ? new FormArguments(each) : each)
						.toList());
				}
				return bean;
			}
		};
	}

}
