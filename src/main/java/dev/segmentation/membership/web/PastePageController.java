package dev.segmentation.membership.web;

import java.time.ZoneId;

import dev.segmentation.membership.MemberListService;
import dev.segmentation.membership.PastedList;
import dev.segmentation.membership.Ttl;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.Messages;
import dev.segmentation.shared.web.Redirects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Takes a pasted list and reads it; nothing changes by that.
 */
@Controller
@RequestMapping("/segments/{id:[0-9]{1,18}}/members/paste")
class PastePageController {

	private static final String VIEW = "members/paste";

	private final MemberListService lists;

	private final MemberView view;

	private final EndInput ends;

	private final Messages messages;

	PastePageController(MemberListService lists, MemberView view, EndInput ends, Messages messages) {
		this.lists = lists;
		this.view = view;
		this.ends = ends;
		this.messages = messages;
	}

	@GetMapping
	String form(@PathVariable long id, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		this.view.fillSegment(id, model);
		model.addAttribute("form", PasteForm.EMPTY);
		return VIEW;
	}

	@PostMapping
	String read(@PathVariable long id, @ModelAttribute("form") PasteForm form, BindingResult errors, ZoneId zone,
			CurrentAccount account, Model model, HttpServletRequest request, HttpServletResponse response) {
		Ttl ttl = this.ends.read(form.ttl(), form.until(), zone, errors);
		PastedList list = parse(form.text(), errors);
		if (list != null && !errors.hasErrors()) {
			return Redirects.to(request,
					"/segments/%d/members/lists/%d".formatted(id, this.lists.read(id, list, ttl, account)));
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		this.view.fillSegment(id, model);
		return VIEW;
	}

	private @Nullable PastedList parse(String text, BindingResult errors) {
		try {
			return PastedList.parse(text);
		}
		catch (PastedList.EmptyException ex) {
			errors.rejectValue("text", "members.paste.empty");
		}
		catch (PastedList.TooLongException ex) {
			errors.rejectValue("text", "members.paste.long", new Object[] { ex.size(), PastedList.LONGEST }, null);
		}
		return null;
	}

}
