package dev.segmentation.shared.web.page;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * What every template can speak with: {@code words} and {@code icons}.
 */
@Component
class TemplateVariables {

	TemplateVariables(ThymeleafViewResolver views, Words words, Icons icons) {
		views.addStaticVariable("words", words);
		views.addStaticVariable("icons", icons);
	}

}
