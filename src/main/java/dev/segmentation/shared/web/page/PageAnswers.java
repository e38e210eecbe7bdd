package dev.segmentation.shared.web.page;

import java.util.Collection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The conventions for the answers of page handlers. A handler names a view, and this
 * interceptor adapts it to the kind of request:
 * <ul>
 * <li>A posted form with errors is shown again with status 422.
 * <li>htmx gets the fragment that {@link HtmxFragment} names.
 * <li>A redirect makes htmx load the whole page.
 * <li>The toast of a {@link PageVisit} is shown on the page, or after the redirect.
 * </ul>
 */
class PageAnswers implements HandlerInterceptor {

	private static final String REDIRECT = "redirect:";

	private static final String HTMX_REDIRECT = "redirect:htmx:";

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView answer) {
		String view = (answer != null) ? answer.getViewName() : null;
		if (answer == null || view == null || !(handler instanceof HandlerMethod method)) {
			return;
		}
		if (view.startsWith(REDIRECT)) {
			redirect(request, answer, view);
		}
		else {
			show(request, response, method, answer);
		}
	}

	private static void redirect(HttpServletRequest request, ModelAndView answer, String view) {
		Object toast = request.getAttribute(PageVisit.TOAST);
		if (toast != null) {
			RequestContextUtils.getOutputFlashMap(request).put(Toast.ATTRIBUTE, toast);
		}
		if (PageRequests.isHtmx(request) && !view.startsWith(HTMX_REDIRECT)) {
			answer.setViewName(HTMX_REDIRECT + view.substring(REDIRECT.length()));
		}
	}

	private static void show(HttpServletRequest request, HttpServletResponse response, HandlerMethod method,
			ModelAndView answer) {
		Object toast = request.getAttribute(PageVisit.TOAST);
		if (toast != null) {
			answer.addObject(Toast.ATTRIBUTE, toast);
		}
		boolean invalid = hasErrors(answer.getModel().values());
		if (invalid && HttpMethod.POST.matches(request.getMethod()) && response.getStatus() == HttpStatus.OK.value()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		if (isMistyped(answer.getModel().values())) {
			answer.addObject(Toast.ATTRIBUTE, Toast.error("error.mistyped"));
		}
		HtmxFragment fragment = method.getMethodAnnotation(HtmxFragment.class);
		if (fragment != null) {
			response.addHeader(HttpHeaders.VARY, "HX-Request");
			if (PageRequests.isPartial(request)) {
				String name = (invalid && !fragment.invalid().isEmpty()) ? fragment.invalid() : fragment.value();
				answer.setViewName(answer.getViewName() + " :: " + name);
			}
		}
	}

	private static boolean hasErrors(Collection<Object> model) {
		return model.stream().anyMatch((value) -> value instanceof BindingResult form && form.hasErrors());
	}

	/** The field may be a hidden one, which shows no error. */
	private static boolean isMistyped(Collection<Object> model) {
		return model.stream()
			.anyMatch((value) -> value instanceof BindingResult form
					&& form.getFieldErrors().stream().anyMatch(FieldError::isBindingFailure));
	}

}
