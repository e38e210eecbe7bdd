package dev.segmentation.history.web;

import java.time.Clock;

import dev.segmentation.history.period.MembershipPeriod;
import dev.segmentation.history.period.MembershipPeriodService;
import dev.segmentation.history.period.PeriodFilter;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserScoped;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows the timeline of a user: all membership periods, including past ones.
 */
@PageController
@UserScoped
@RequestMapping("/users/{id}/timeline")
class TimelinePageController {

	private final MembershipPeriodService periods;

	private final Clock clock;

	TimelinePageController(MembershipPeriodService periods, Clock clock) {
		this.periods = periods;
		this.clock = clock;
	}

	@GetMapping
	@HtmxFragment("table")
	String timeline(@ModelAttribute("user") UserDetails user, @ModelAttribute("filter") TimelineFilterForm form,
			PageVisit visit, Model model) {
		Cursor cursor = Cursor.parse(form.at());
		PeriodFilter filter = form.filter(visit.zone());
		Page<MembershipPeriod> page = this.periods.page(user.id(), filter, cursor, Page.SIZE);
		model.addAttribute("page", page);
		model.addAttribute("scale", TimelineScale.of(page.items(), filter, this.clock.instant()));
		model.addAttribute("links", form.url(user.id()).links(page, cursor));
		return "users/timeline";
	}

}
