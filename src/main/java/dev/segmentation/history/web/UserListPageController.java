package dev.segmentation.history.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.NamedUsers;
import dev.segmentation.history.UserListKey;
import dev.segmentation.history.UserLists;
import dev.segmentation.membership.PastedUsers;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Pastes a list of users into the filter of the history, which its address would not
 * hold.
 */
@PageController
@RequestMapping("/history/users")
class UserListPageController {

	private static final String FORM = "history/users";

	private final HistoryFilterParser parser;

	private final UserLists lists;

	UserListPageController(HistoryFilterParser parser, UserLists lists) {
		this.parser = parser;
		this.lists = lists;
	}

	@GetMapping
	String form(@ModelAttribute("query") HistoryFilterForm query, Model model) {
		String users = query.listOfUsers()
			.flatMap(this.lists::find)
			.map((ids) -> ids.stream().map((id) -> "#" + id).collect(Collectors.joining("\n")))
			.orElseGet(() -> query.listOfUsers().isPresent() ? "" : query.users());
		model.addAttribute("form", new UserListForm(users, false));
		return FORM;
	}

	@PostMapping
	String filter(@ModelAttribute("query") HistoryFilterForm query, @ModelAttribute("form") UserListForm form,
			BindingResult errors, PageVisit visit, Model model) {
		List<String> texts = parse(form, visit, errors);
		NamedUsers named = this.parser.findUsers(texts);
		boolean left = form.skip() && !named.ids().isEmpty();
		model.addAttribute("problems", named.problems()).addAttribute("found", named.ids().size());
		if (errors.hasErrors() || !(named.problems().isEmpty() || left)) {
			visit.answer(HttpStatus.UNPROCESSABLE_CONTENT);
			return FORM;
		}
		UserListKey key = this.lists.keep(named.ids());
		return "redirect:" + query.ofUsers(key.text()).inZone(visit.zone()).url(HistoryPageController.PATH).first();
	}

	private static List<String> parse(UserListForm form, PageVisit visit, Errors errors) {
		try {
			List<String> texts = PastedUsers.parse(visit.text(form.text()));
			if (texts.size() <= HistoryFilterParser.MOST_USERS) {
				return texts;
			}
			errors.rejectValue("text", "history.users.many", new Object[] { HistoryFilterParser.MOST_USERS }, null);
		}
		catch (InvalidInputException ex) {
			errors.rejectValue("text", ex.key(), ex.arguments(), null);
		}
		return List.of();
	}

}
