package dev.segmentation.shared.web.template;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Adds {@code formats} to the variables of every template.
 */
@Component
class TemplateVariables {

	TemplateVariables(ThymeleafViewResolver views, Formats formats) {
		views.addStaticVariable("formats", formats);
	}

}
