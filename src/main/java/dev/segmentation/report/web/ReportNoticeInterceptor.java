package dev.segmentation.report.web;

import dev.segmentation.report.ReportNotices;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds the reports that have ended to the next whole page of their author.
 */
class ReportNoticeInterceptor implements HandlerInterceptor {

	/** The attribute of the model that the layout reads. */
	static final String ATTRIBUTE = "reportNotice";

	private final ObjectProvider<ReportNotices> notices;

	ReportNoticeInterceptor(ObjectProvider<ReportNotices> notices) {
		this.notices = notices;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView answer) {
		if (answer != null && isPage(answer.getViewName(), handler) && isWhole(request)
				&& answer.getModel().get("account") instanceof CurrentAccount account) {
			answer.addObject(ATTRIBUTE, this.notices.getObject().take(account).on(request.getRequestURI()));
		}
	}

	/** A redirect, or a file that the handler has sent, shows no notice. */
	private static boolean isPage(@Nullable String view, Object handler) {
		return view != null && !view.startsWith("redirect:") && handler instanceof HandlerMethod method
				&& AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PageController.class);
	}

	private static boolean isWhole(HttpServletRequest request) {
		return !PageRequests.isPartial(request) && !PageRequests.isForDialog(request);
	}

}
