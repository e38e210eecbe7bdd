package dev.segmentation.membership.web;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.membership.MembershipExistsException;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.SegmentChoice;
import dev.segmentation.membership.SegmentReferences;
import dev.segmentation.membership.Ttl;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.segment.SegmentNotFoundException;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.Redirects;
import dev.segmentation.shared.web.Toast;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserService;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adds a user to segments on the spot: to all that are chosen or to none.
 */
@Controller
@RequestMapping("/users/{id:[0-9]{1,18}}/segments/add")
class EnterSegmentsPageController {

	private static final String VIEW = "users/enter";

	/** So many are on offer; typing narrows them down. */
	private static final int OFFERED = 12;

	private final UserService users;

	private final UserMembershipService userMemberships;

	private final MembershipService memberships;

	private final EndInput ends;

	EnterSegmentsPageController(UserService users, UserMembershipService userMemberships, MembershipService memberships,
			EndInput ends) {
		this.users = users;
		this.userMemberships = userMemberships;
		this.memberships = memberships;
		this.ends = ends;
	}

	@GetMapping
	String form(@PathVariable long id, @ModelAttribute("form") EnterSegmentsForm form, CurrentAccount account,
			Model model) {
		account.require(Role.EDITOR);
		return show(this.users.get(id), form, model);
	}

	/**
	 * Offers other segments and keeps what is chosen.
	 */
	@PostMapping(params = "find")
	String find(@PathVariable long id, @ModelAttribute("form") EnterSegmentsForm form, Model model) {
		return show(this.users.get(id), form, model);
	}

	@PostMapping(params = "!find")
	String enter(@PathVariable long id, @ModelAttribute("form") EnterSegmentsForm form, BindingResult errors,
			CurrentAccount account, ZoneId zone, Model model, RedirectAttributes redirect, HttpServletRequest request,
			HttpServletResponse response) {
		UserDetails user = this.users.get(id);
		List<SegmentChoice> chosen = this.userMemberships.segments(form.segment());
		if (chosen.isEmpty()) {
			errors.rejectValue("segment", form.segment().isEmpty() ? "users.enter.none" : "users.enter.gone");
		}
		Ttl ttl = this.ends.read(form.ttl(), form.until(), zone, errors);
		if (!errors.hasErrors() && enter(id, form, errors, ttl, account)) {
			redirect.addFlashAttribute(Toast.ATTRIBUTE, entered(user, chosen));
			return Redirects.to(request, "/users/" + id);
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return show(user, form, model);
	}

	private boolean enter(long id, EnterSegmentsForm form, BindingResult errors, @Nullable Ttl ttl,
			CurrentAccount account) {
		try {
			this.memberships.add(id, new SegmentReferences.Ids(form.segment()), ttl, ActKind.PAGE, account);
			return true;
		}
		catch (MembershipExistsException ex) {
			String names = String.join(", ", this.userMemberships.entered(id, form.segment()));
			errors.rejectValue("segment", "users.enter.already", new Object[] { names }, null);
		}
		catch (SegmentNotFoundException ex) {
			errors.rejectValue("segment", "users.enter.gone");
		}
		return false;
	}

	private static Toast entered(UserDetails user, List<SegmentChoice> segments) {
		return (segments.size() == 1)
				? Toast.success("users.entered", user.login(), segments.getFirst().name())
					.linkTo("/segments/" + segments.getFirst().id())
				: Toast.success("users.entered.many", user.login(), segments.size());
	}

	/**
	 * What is chosen stays in sight whatever is looked for. One more is read than is
	 * shown, to tell that there are more.
	 */
	private String show(UserDetails user, EnterSegmentsForm form, Model model) {
		List<SegmentChoice> offered = this.userMemberships.choices(user.id(), form.q(), OFFERED + 1);
		List<SegmentChoice> shown = offered.subList(0, Math.min(OFFERED, offered.size()));
		Stream<SegmentChoice> kept = this.userMemberships.segments(form.segment())
			.stream()
			.filter((choice) -> !shown.contains(choice));
		model.addAttribute("user", user);
		model.addAttribute("choices", Stream.concat(kept, shown.stream()).toList());
		model.addAttribute("more", offered.size() > OFFERED);
		return VIEW;
	}

}
