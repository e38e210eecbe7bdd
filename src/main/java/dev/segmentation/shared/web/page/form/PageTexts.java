package dev.segmentation.shared.web.page.form;

import java.beans.PropertyEditorSupport;

import dev.segmentation.shared.web.page.PageController;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Cleans the texts of forms and parameters. It removes surrounding blanks and the NUL
 * character, which the database cannot store.
 */
@ControllerAdvice(annotations = PageController.class)
class PageTexts {

	@InitBinder
	void cleanTexts(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(String text) {
				setValue(text.replace("\0", "").strip());
			}
		});
	}

}
