package dev.segmentation.shared.web.page.form;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Shows forms with mistyped fields again, such as {@code days=abc}. Spring creates
 * records by their constructor. After an error of this kind, it gives the record to the
 * handler, but leaves it out of the model.
 */
class FormArguments implements HandlerMethodArgumentResolver {

	private final HandlerMethodArgumentResolver forms;

	FormArguments(HandlerMethodArgumentResolver forms) {
		this.forms = forms;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return this.forms.supportsParameter(parameter);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
		Object form = this.forms.resolveArgument(parameter, container, request, binders);
		if (form != null && container != null) {
			addToModel(form, ModelFactory.getNameForParameter(parameter), container);
		}
		return form;
	}

	private static void addToModel(Object form, String name, ModelAndViewContainer container) {
		Object found = container.getModel().get(BindingResult.MODEL_KEY_PREFIX + name);
		if (found instanceof BindingResult errors && errors.getTarget() == null) {
			BindingResult complete = new BeanPropertyBindingResult(form, name);
			complete.addAllErrors(errors);
			container.removeAttributes(complete.getModel()).addAllAttributes(complete.getModel());
		}
	}

}
