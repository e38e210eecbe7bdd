package dev.segmentation.membership.web;

import dev.segmentation.membership.UserMembership;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.shared.DatedCursor;
import dev.segmentation.shared.DatedPage;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.user.UserService;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A user's page: the segments they are in now.
 */
@PageController
@RequestMapping("/users/{id:[0-9]{1,18}}")
class UserSegmentsPageController {

	private static final int SIZE = 50;

	private final UserService users;

	private final UserMembershipService memberships;

	UserSegmentsPageController(UserService users, UserMembershipService memberships) {
		this.users = users;
		this.memberships = memberships;
	}

	@GetMapping
	String segments(@PathVariable long id, @RequestParam @Nullable String newer, @RequestParam @Nullable String older,
			Model model) {
		show(id, cursor(newer, older), model);
		return "users/segments";
	}

	@GetMapping
	@HxRequest(boosted = false)
	String table(@PathVariable long id, @RequestParam @Nullable String newer, @RequestParam @Nullable String older,
			Model model) {
		show(id, cursor(newer, older), model);
		return "users/segments :: table";
	}

	private void show(long id, @Nullable DatedCursor cursor, Model model) {
		model.addAttribute("user", this.users.get(id));
		DatedPage<UserMembership> page = this.memberships.page(id, cursor, SIZE);
		model.addAttribute("page", page);
		model.addAttribute("total", this.users.countSegments(id));
		model.addAttribute("here", (cursor != null) ? address(id, cursor) : "/users/" + id);
		model.addAttribute("newer", (page.newer() != null) ? address(id, page.newer()) : null);
		model.addAttribute("older", (page.older() != null) ? address(id, page.older()) : null);
	}

	private static @Nullable DatedCursor cursor(@Nullable String newer, @Nullable String older) {
		if (older != null) {
			return DatedCursor.parse(older, true);
		}
		return (newer != null) ? DatedCursor.parse(newer, false) : null;
	}

	private static String address(long id, DatedCursor cursor) {
		return "/users/%d?%s=%s".formatted(id, cursor.onward() ? "older" : "newer", cursor.text());
	}

}
