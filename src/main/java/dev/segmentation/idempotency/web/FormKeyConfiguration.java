package dev.segmentation.idempotency.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;

/**
 * Adds keys to forms. Spring MVC knows one source of hidden fields, and Spring Security
 * has registered its own for the CSRF token, so this one extends it.
 */
@Configuration(proxyBeanMethods = false)
class FormKeyConfiguration {

	@Bean
	static BeanPostProcessor formKeyFields() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof CsrfRequestDataValueProcessor tokens) ? new FormKeyFields(tokens) : bean;
			}
		};
	}

}
