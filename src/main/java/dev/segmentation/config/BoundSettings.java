package dev.segmentation.config;

import java.util.Arrays;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * All settings of the application, read before a database is created or migrated. So an
 * invalid setting changes nothing.
 */
@Component
public class BoundSettings {

	BoundSettings(ConfigurableListableBeanFactory beans) {
		Arrays.stream(beans.getBeanDefinitionNames())
			.filter((name) -> isOurs("" + beans.getBeanDefinition(name).getBeanClassName()))
			.forEach(beans::getBean);
	}

	private static boolean isOurs(String type) {
		return type.startsWith("dev.segmentation.") && type.endsWith("Properties");
	}

}
