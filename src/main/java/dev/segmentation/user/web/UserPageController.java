package dev.segmentation.user.web;

import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.user.UserPage;
import dev.segmentation.user.UserSearch;
import dev.segmentation.user.UserService;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The list of users.
 */
@PageController
@RequestMapping("/users")
class UserPageController {

	private static final int SIZE = 50;

	private final UserSearch search;

	private final UserService users;

	UserPageController(UserSearch search, UserService users) {
		this.search = search;
		this.users = users;
	}

	@GetMapping
	String list(UserListRequest request, Model model) {
		show(request, model);
		return "users/list";
	}

	@GetMapping
	@HxRequest(boosted = false)
	String table(UserListRequest request, Model model) {
		show(request, model);
		return "users/list :: table";
	}

	private void show(UserListRequest request, Model model) {
		UserPage page = this.search.page(request.text(), request.cursor(), SIZE);
		model.addAttribute("q", request.text());
		model.addAttribute("count", this.users.count());
		model.addAttribute("page", page);
		model.addAttribute("newer", request.address(page.newer()));
		model.addAttribute("older", request.address(page.older()));
	}

}
