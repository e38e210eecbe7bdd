package dev.segmentation.shared.web.page.form;

import java.util.List;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads the numbers of pages with {@link WholeNumberEditor}.
 */
@ControllerAdvice
class WholeNumberAdvice {

	@InitBinder
	void registerEditors(WebDataBinder binder) {
		for (Class<?> type : List.of(long.class, Long.class, int.class, Integer.class)) {
			binder.registerCustomEditor(type, new WholeNumberEditor(type));
		}
	}

}
