package dev.segmentation.report.web;

import dev.segmentation.report.ReportNotices;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Tells the open pages of an account which of its reports have ended. They ask only while
 * a report is in work.
 */
@PageController
class ReportNoticePageController {

	private final ReportNotices notices;

	ReportNoticePageController(ReportNotices notices) {
		this.notices = notices;
	}

	@GetMapping("/reports/notices")
	String notices(PageVisit visit, Model model) {
		if (!visit.isPartial()) {
			return "redirect:/reports";
		}
		model.addAttribute(ReportNoticeInterceptor.ATTRIBUTE,
				this.notices.take(visit.account()).on(visit.currentPage()));
		return "reports/notices :: update";
	}

}
