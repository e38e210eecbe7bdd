package dev.segmentation.config.startup.setting;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the settings are read.
 */
@Configuration(proxyBeanMethods = false)
class BindingConfiguration {

	@Bean
	static ConfigurationPropertiesBindHandlerAdvisor durationUnits() {
		return DurationUnits::new;
	}

}
