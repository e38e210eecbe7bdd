package dev.segmentation.user.web;

import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.template.Messages;
import dev.segmentation.user.UserMatch;
import dev.segmentation.user.UserSearch;
import dev.segmentation.user.UserService;
import dev.segmentation.user.UserTakenException;
import dev.segmentation.user.sample.SampleUsers;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The list of users, and the form for a new one.
 */
@PageController
@RequestMapping("/users")
class UsersPageController {

	private final UserSearch search;

	private final UserService users;

	private final SampleUsers samples;

	private final Messages messages;

	UsersPageController(UserSearch search, UserService users, SampleUsers samples, Messages messages) {
		this.search = search;
		this.users = users;
		this.samples = samples;
		this.messages = messages;
	}

	@GetMapping
	@HtmxFragment("update")
	String list(UserListForm form, PageVisit visit, Model model) {
		Page<UserMatch> page = this.search.list(form.text(), form.cursor(), Page.SIZE);
		PageLinks links = form.url().links(page, form.cursor());
		visit.pushUrl(links.self());
		model.addAttribute("q", form.text())
			.addAttribute("count", this.users.count())
			.addAttribute("countText", countText(form, page))
			.addAttribute("rowsBefore", rowsBefore(form, page))
			.addAttribute("samples", this.samples.count())
			.addAttribute("page", page)
			.addAttribute("links", links);
		return "users/list";
	}

	/**
	 * Says how many users match the search. They are counted on one page only, because
	 * counting all would take longer than the page.
	 */
	private @Nullable String countText(UserListForm form, Page<UserMatch> page) {
		if (form.text().isBlank()) {
			return null;
		}
		boolean whole = page.previous() == null && page.next() == null;
		String matching = whole ? String.valueOf(page.items().stream().filter((match) -> !match.alike()).count())
				: Page.SIZE + "+";
		return this.messages.get("pager.shown", matching, this.users.count());
	}

	private @Nullable Long rowsBefore(UserListForm form, Page<UserMatch> page) {
		return (form.text().isEmpty() && !page.items().isEmpty())
				? this.users.countNewer(page.items().getFirst().user().id()) : null;
	}

	@GetMapping("/new")
	String newForm(Model model) {
		model.addAttribute("form", UserForm.empty());
		return "users/new";
	}

	@PostMapping("/new")
	String create(@Valid @ModelAttribute("form") UserForm form, BindingResult errors, PageVisit visit) {
		try {
			if (!errors.hasErrors()) {
				long id = this.users.add(form.toData());
				visit.tell(Toast.success("users.added", form.login()));
				return "redirect:/users/" + id;
			}
		}
		catch (UserTakenException ex) {
			UserForm.rejectTaken(ex, errors);
		}
		return "users/new";
	}

}
