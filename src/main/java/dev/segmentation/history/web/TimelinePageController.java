package dev.segmentation.history.web;

import java.time.Clock;
import java.time.ZoneId;

import dev.segmentation.history.Stay;
import dev.segmentation.history.StayService;
import dev.segmentation.shared.DatedPage;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.user.UserService;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A user's timeline: every stay in a segment, past ones included.
 */
@PageController
@RequestMapping("/users/{id:[0-9]{1,18}}/timeline")
class TimelinePageController {

	private static final int SIZE = 50;

	private final UserService users;

	private final StayService stays;

	private final Clock clock;

	TimelinePageController(UserService users, StayService stays, Clock clock) {
		this.users = users;
		this.stays = stays;
		this.clock = clock;
	}

	@GetMapping
	String timeline(@PathVariable long id, TimelineRequest request, ZoneId zone, Model model) {
		show(id, request, zone, model);
		return "users/timeline";
	}

	@GetMapping
	@HxRequest(boosted = false)
	String table(@PathVariable long id, TimelineRequest request, ZoneId zone, Model model) {
		show(id, request, zone, model);
		return "users/timeline :: table";
	}

	private void show(long id, TimelineRequest request, ZoneId zone, Model model) {
		model.addAttribute("user", this.users.get(id));
		DatedPage<Stay> page = this.stays.page(id, request.filter(zone), request.cursor(), SIZE);
		model.addAttribute("filter", request);
		model.addAttribute("page", page);
		model.addAttribute("scale", TimelineScale.of(page.items(), request.filter(zone), this.clock.instant()));
		model.addAttribute("newer", request.address(id, page.newer()));
		model.addAttribute("older", request.address(id, page.older()));
	}

}
