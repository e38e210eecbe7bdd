package dev.segmentation.membership.web;

import java.util.List;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.AddedUsers;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.member.Member;
import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.membership.member.MemberService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserReference;
import dev.segmentation.user.UserResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lists the members of a segment, and adds one user.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}")
class MembersPageController {

	private static final String VIEW = "members/list";

	private final MemberService members;

	private final PastMembers past;

	private final MembershipService memberships;

	private final SegmentService segments;

	private final UserResolver users;

	private final EndFieldParser ends;

	private final ActNotes notes;

	MembersPageController(MemberService members, PastMembers past, MembershipService memberships,
			SegmentService segments, UserResolver users, EndFieldParser ends, ActNotes notes) {
		this.members = members;
		this.past = past;
		this.memberships = memberships;
		this.segments = segments;
		this.users = users;
		this.ends = ends;
		this.notes = notes;
	}

	@GetMapping
	@HtmxFragment("update")
	String list(@ModelAttribute("segment") SegmentDetails segment, MembersForm list, PageVisit visit, Model model) {
		if (list.isPast()) {
			return this.past.show(segment, list, visit, model);
		}
		PageLinks links = show(segment, list, model);
		model.addAttribute("form", AddMemberForm.EMPTY);
		visit.pushUrl(links.self());
		return VIEW;
	}

	@GetMapping("/members/count")
	String count() {
		return VIEW + " :: counts";
	}

	/** Counts all members that match a filter. */
	@GetMapping("/members/matching")
	String matching(@ModelAttribute("segment") SegmentDetails segment, SelectionForm selection, Model model) {
		MemberFilter filter = MembersForm.parse(selection.filter()).filter();
		model.addAttribute("matching",
				this.members.summary(segment.id(), new MemberSelection.Matching(filter)).members());
		return VIEW + " :: counted";
	}

	@GetMapping("/members/suggestions")
	String suggestions(@ModelAttribute("segment") SegmentDetails segment, @RequestParam(defaultValue = "") String user,
			Model model) {
		model.addAttribute("suggestions", this.members.suggest(segment.id(), user)).addAttribute("text", user);
		return VIEW + " :: suggestions";
	}

	@PostMapping("/members")
	@HtmxFragment(value = "added", invalid = "add")
	String add(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") AddMemberForm form,
			BindingResult errors, PageVisit visit, Model model) {
		ActResult<Long> added = add(segment, form, errors, visit);
		if (added == null) {
			show(segment, MembersForm.START, model);
			return VIEW;
		}
		visit.tell(Toast.success("members.added", name(segment, added.value(), form), segment.name())
			.linkTo("/users/" + added.value())
			.offerUndo(added.actId()));
		if (!visit.isPartial()) {
			return "redirect:/segments/" + segment.id();
		}
		visit.trigger("members-changed");
		// Model.addAttribute would keep the errors of the submitted form.
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
		model.addAttribute("form", AddMemberForm.EMPTY)
			.addAttribute("again", true)
			.addAttribute("segment", this.segments.details(segment.id()));
		return VIEW;
	}

	/**
	 * Adds the user that the form names.
	 * @return the user's id with the act; {@code null} after an error
	 */
	private @Nullable ActResult<Long> add(SegmentDetails segment, AddMemberForm form, Errors errors, PageVisit visit) {
		Ttl ttl = this.ends.parse(form, visit.zone(), errors);
		if (form.ending() && ttl == null && !errors.hasErrors()) {
			errors.rejectValue("ttl", "members.end.missing");
		}
		Long user = findUser(form, errors);
		if (user == null || errors.hasErrors()) {
			return null;
		}
		try {
			ActResult<AddedUsers> act = this.notes.during(form.note(),
					() -> this.memberships.addUsers(segment.id(), List.of(user), ttl, visit.account()));
			if (act.value().added() == 1) {
				return new ActResult<>(user, act.actId());
			}
			errors.rejectValue("user", (act.value().already() == 1) ? "members.user.already" : "members.user.unknown",
					new Object[] { name(segment, user, form), segment.name() }, null);
		}
		catch (InvalidTtlException ex) {
			EndFieldParser.rejectPassed(form, errors);
		}
		return null;
	}

	private @Nullable Long findUser(AddMemberForm form, Errors errors) {
		if (form.pick() != null) {
			return form.pick();
		}
		if (form.user().isEmpty()) {
			errors.rejectValue("user", "members.user.empty");
			return null;
		}
		UserReference user = this.users.resolve(form.user());
		if (user.ambiguous()) {
			errors.rejectValue("user", "members.user.ambiguous",
					new Object[] { form.user(), this.users.describeCandidates(form.user()) }, null);
		}
		else if (user.userId() == null) {
			errors.rejectValue("user", "members.user.unknown", new Object[] { form.user() }, null);
		}
		return user.userId();
	}

	private String name(SegmentDetails segment, long user, AddMemberForm form) {
		return this.members.findMembers(segment.id(), List.of(user))
			.stream()
			.findFirst()
			.map(Member::login)
			.orElse(form.user().isEmpty() ? String.valueOf(user) : form.user());
	}

	private PageLinks show(SegmentDetails segment, MembersForm list, Model model) {
		Page<Member> page = this.members.list(segment.id(), list.filter(), list.cursor());
		PageLinks links = list.url(segment.id()).links(page, list.cursor());
		Long matching = matching(segment, list, page);
		model.addAttribute("list", list)
			.addAttribute("filter", list.filter())
			.addAttribute("filtered", list.filterCount())
			.addAttribute("orders", MembersForm.ORDERS)
			.addAttribute("ends", MembersForm.ENDS)
			.addAttribute("sources", MemberFilter.SOURCES)
			.addAttribute("matching", matching)
			.addAttribute("countUrl", (matching == null) ? list.countUrl(segment.id()) : null)
			.addAttribute("rowsBefore", this.members.countBefore(segment.id(), list.filter(), page))
			.addAttribute("page", page)
			.addAttribute("links", links);
		return links;
	}

	/** The number of members that the filter matches; {@code null} if it is unknown. */
	private static @Nullable Long matching(SegmentDetails segment, MembersForm list, Page<Member> page) {
		if (list.filter().isAll()) {
			return segment.size();
		}
		return (page.previous() == null && page.next() == null) ? (Long) (long) page.items().size() : null;
	}

}
