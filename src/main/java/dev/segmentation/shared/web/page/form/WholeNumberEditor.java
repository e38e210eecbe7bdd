package dev.segmentation.shared.web.page.form;

import java.beans.PropertyEditorSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;

/**
 * Has precedence over the editors to which Spring falls back when a converter refuses a
 * value.
 */
class WholeNumberEditor extends PropertyEditorSupport {

	private static final WholeNumberConverter CONVERTER = new WholeNumberConverter();

	private final Class<?> type;

	WholeNumberEditor(Class<?> type) {
		this.type = type;
	}

	@Override
	public void setAsText(@Nullable String text) {
		setValue(CONVERTER.convert(text, TypeDescriptor.valueOf(String.class), TypeDescriptor.valueOf(this.type)));
	}

}
