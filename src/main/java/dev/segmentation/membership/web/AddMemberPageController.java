package dev.segmentation.membership.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.segmentation.membership.AddedUsers;
import dev.segmentation.membership.InvalidTtlException;
import dev.segmentation.membership.MemberService;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.Ttl;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.Toast;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adds a user to a segment from the field above its members.
 */
@PageController
@RequestMapping("/segments/{id:[0-9]{1,18}}/members")
class AddMemberPageController {

	private final MemberService members;

	private final MembershipService memberships;

	private final SegmentService segments;

	private final MemberView view;

	private final EndInput ends;

	AddMemberPageController(MemberService members, MembershipService memberships, SegmentService segments,
			MemberView view, EndInput ends) {
		this.members = members;
		this.memberships = memberships;
		this.segments = segments;
		this.view = view;
		this.ends = ends;
	}

	@PostMapping
	String add(@PathVariable long id, @ModelAttribute("form") AddMemberForm form, BindingResult errors, ZoneId zone,
			CurrentAccount account, Model model, RedirectAttributes redirect, HttpServletRequest request,
			HttpServletResponse response, HtmxResponse htmx) {
		String segment = this.segments.get(id).name();
		Long user = add(id, segment, form, errors, zone, account);
		if (user == null) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			this.view.fill(id, MemberListRequest.START, model);
			return PageRequests.isHtmx(request) ? "members/list :: add" : MemberView.PAGE;
		}
		Toast toast = Toast.success("members.added", name(id, user, form), segment).linkTo("/users/" + user);
		if (!PageRequests.isHtmx(request)) {
			redirect.addFlashAttribute(Toast.ATTRIBUTE, toast);
			return "redirect:/segments/" + id;
		}
		model.addAttribute(Toast.ATTRIBUTE, toast).addAttribute("again", true);
		// Not addAttribute: the old form comes with its binding result.
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
		model.addAttribute("form", AddMemberForm.EMPTY);
		this.view.fillSegment(id, model);
		htmx.addTrigger("members-changed");
		return "members/list :: added";
	}

	/**
	 * Adds whom the form names; or says in it why not.
	 */
	private @Nullable Long add(long id, String segment, AddMemberForm form, BindingResult errors, ZoneId zone,
			CurrentAccount account) {
		Ttl ttl = this.ends.read(form.ttl(), form.until(), zone, errors);
		Optional<Long> user = find(form, errors);
		if (errors.hasErrors() || user.isEmpty()) {
			return null;
		}
		try {
			AddedUsers result = this.memberships.addUsers(id, List.of(user.get()), ttl, account);
			if (result.added() == 1) {
				return user.get();
			}
			errors.rejectValue("user", (result.already() == 1) ? "members.user.already" : "members.user.unknown",
					new Object[] { name(id, user.get(), form), segment }, null);
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue(form.ttl().isEmpty() ? "until" : "ttl", "members.until.over");
		}
		return null;
	}

	private Optional<Long> find(AddMemberForm form, BindingResult errors) {
		if (form.pick() != null) {
			return Optional.of(form.pick());
		}
		if (form.user().isEmpty()) {
			errors.rejectValue("user", "members.user.empty");
			return Optional.empty();
		}
		Optional<Long> user = this.members.resolve(form.user());
		if (user.isEmpty()) {
			errors.rejectValue("user", "members.user.unknown", new Object[] { form.user() }, null);
		}
		return user;
	}

	/**
	 * What to call a user: their login, if they are in the segment now.
	 */
	private String name(long id, long user, AddMemberForm form) {
		return this.members.among(id, List.of(user))
			.stream()
			.findFirst()
			.map((member) -> member.login())
			.orElse(form.user().isEmpty() ? String.valueOf(user) : form.user());
	}

}
