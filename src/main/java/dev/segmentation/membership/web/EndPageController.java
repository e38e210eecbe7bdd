package dev.segmentation.membership.web;

import java.time.ZoneId;

import dev.segmentation.membership.ChangedEnds;
import dev.segmentation.membership.InvalidTtlException;
import dev.segmentation.membership.MemberService;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.NewEnd;
import dev.segmentation.membership.Ttl;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.Messages;
import dev.segmentation.shared.web.Redirects;
import dev.segmentation.shared.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
 * Moves the end of selected memberships.
 */
@Controller
@RequestMapping("/segments/{id:[0-9]{1,18}}/members/end")
class EndPageController {

	private static final String VIEW = "members/end";

	private final MemberService members;

	private final MembershipService memberships;

	private final SegmentService segments;

	private final EndInput ends;

	private final Messages messages;

	EndPageController(MemberService members, MembershipService memberships, SegmentService segments, EndInput ends,
			Messages messages) {
		this.members = members;
		this.memberships = memberships;
		this.segments = segments;
		this.ends = ends;
		this.messages = messages;
	}

	@GetMapping
	String form(@PathVariable long id, @ModelAttribute("form") EndForm form, BindingResult errors,
			CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		fill(id, form, model);
		return VIEW;
	}

	@PostMapping
	String change(@PathVariable long id, @ModelAttribute("form") @Valid EndForm form, BindingResult errors, ZoneId zone,
			Model model, RedirectAttributes redirect, HttpServletRequest request, HttpServletResponse response) {
		NewEnd end = read(form, zone, errors);
		if (end != null && !errors.hasErrors()) {
			try {
				ChangedEnds result = this.memberships.changeEnd(id, form.users(), end);
				redirect.addFlashAttribute(Toast.ATTRIBUTE, told(result, end, this.segments.get(id).name()));
				return Redirects.to(request, Back.to(id, request));
			}
			catch (InvalidTtlException ex) {
				errors.rejectValue("until", "members.until.over");
			}
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		fill(id, form, model);
		return VIEW;
	}

	private @Nullable NewEnd read(EndForm form, ZoneId zone, BindingResult errors) {
		return switch (form.change()) {
			case LATER -> {
				Ttl.For by = this.ends.duration("by", form.by(), errors);
				yield (by != null) ? new NewEnd.Later(by.duration()) : missing("by", "members.by.empty", errors);
			}
			case AFTER -> {
				Ttl.For ttl = this.ends.duration("ttl", form.ttl(), errors);
				yield (ttl != null) ? new NewEnd.After(ttl.duration()) : missing("ttl", "members.by.empty", errors);
			}
			case AT -> {
				Ttl.Until until = this.ends.instant(form.until(), zone, errors);
				yield (until != null) ? new NewEnd.At(until.instant())
						: missing("until", "members.until.empty", errors);
			}
			case NEVER -> new NewEnd.Never();
			case null -> null;
		};
	}

	private static @Nullable NewEnd missing(String field, String message, BindingResult errors) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, message);
		}
		return null;
	}

	private Toast told(ChangedEnds result, NewEnd end, String segment) {
		String key = switch (end) {
			case NewEnd.Later later -> "members.extended";
			case NewEnd.Never never -> "members.kept";
			default -> "members.ended";
		};
		return Told.toast(result.changed(), this.messages.get(key, result.changed(), segment),
				(result.endless() > 0) ? this.messages.get("members.endless", result.endless(), segment) : "",
				(result.missing() > 0) ? this.messages.get("members.missing", result.missing(), segment) : "");
	}

	private void fill(long id, EndForm form, Model model) {
		model.addAttribute("segment", this.segments.details(id))
			.addAttribute("selected", this.members.among(id, form.users()));
	}

}
