package dev.segmentation.shared.web.template;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Adds {@code formats}, {@code numbers} and {@code distances} to the variables of every
 * template.
 */
@Component
class TemplateVariables {

	TemplateVariables(ThymeleafViewResolver views, Formats formats, Numbers numbers, Distances distances) {
		views.addStaticVariable("formats", formats);
		views.addStaticVariable("numbers", numbers);
		views.addStaticVariable("distances", distances);
	}

}
