package dev.segmentation.report.web;

import dev.segmentation.report.StaleReportException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Leads to the page of a report that has changed since the user saw it. The page says
 * what happened.
 */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaleReportAdvice {

	@ExceptionHandler
	String stale(StaleReportException ex, HttpServletRequest request) {
		RequestContextUtils.getOutputFlashMap(request).put(Toast.ATTRIBUTE, Toast.error("refused." + ex.key()));
		return Redirects.to(request, ex.url());
	}

}
