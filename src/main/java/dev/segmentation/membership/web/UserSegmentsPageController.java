package dev.segmentation.membership.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.MembershipExistsException;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.SegmentChoice;
import dev.segmentation.membership.SegmentReferences;
import dev.segmentation.membership.PastMembership;
import dev.segmentation.membership.UserMembership;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserScoped;
import dev.segmentation.user.UserService;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Lists the segments of a user, and adds the user to segments.
 */
@PageController
@UserScoped
@RequestMapping("/users/{id}")
class UserSegmentsPageController {

	private static final int OFFERED = 12;

	private final UserService users;

	private final UserMembershipService userMemberships;

	private final MembershipService memberships;

	private final MomentParser moments;

	private final SegmentOwners owners;

	private final EndFieldParser ends;

	private final ActNotes notes;

	UserSegmentsPageController(UserService users, UserMembershipService userMemberships, MembershipService memberships,
			MomentParser moments, SegmentOwners owners, EndFieldParser ends, ActNotes notes) {
		this.users = users;
		this.userMemberships = userMemberships;
		this.memberships = memberships;
		this.moments = moments;
		this.owners = owners;
		this.ends = ends;
		this.notes = notes;
	}

	@GetMapping
	@HtmxFragment("table")
	String list(@ModelAttribute("user") UserDetails user, UserSegmentsForm list, PageVisit visit, Model model) {
		Cursor cursor = Cursor.parse(list.at());
		if (!list.asOf().isEmpty()) {
			return showPast(user, this.moments.parse("as_of", list.asOf(), null, visit), cursor, visit, model);
		}
		Page<UserMembership> page = this.userMemberships.page(user.id(), cursor, Page.SIZE);
		model.addAttribute("page", page)
			.addAttribute("changeable", changeable(page.items().stream().map(UserMembership::segmentId), visit))
			.addAttribute("total", this.users.countSegments(user.id()))
			.addAttribute("links", PageUrl.of("/users/" + user.id()).links(page, cursor));
		return "users/segments";
	}

	/** A local time is redirected to the URL with its instant. */
	private String showPast(UserDetails user, Moment moment, @Nullable Cursor cursor, PageVisit visit, Model model) {
		Instant at = moment.instant();
		PageUrl url = PageUrl.of("/users/" + user.id()).with("as_of", (at != null) ? at : moment.text());
		if (moment.local()) {
			return "redirect:" + url.first();
		}
		Page<PastMembership> page = (at != null) ? this.userMemberships.page(user.id(), at, cursor, Page.SIZE)
				: Page.empty();
		model.addAttribute("moment", moment)
			.addAttribute("field", moment.field(visit.zone()))
			.addAttribute("problems", moment.problems())
			.addAttribute("page", page)
			.addAttribute("links", url.links(page, cursor));
		return "users/past";
	}

	@GetMapping("/segments/add")
	String addForm(@ModelAttribute("user") UserDetails user, @ModelAttribute("form") AddToSegmentsForm form,
			PageVisit visit, Model model) {
		return show(user, form, visit, model);
	}

	@PostMapping("/segments/add")
	String add(@ModelAttribute("user") UserDetails user, @ModelAttribute("form") AddToSegmentsForm form,
			BindingResult errors, PageVisit visit, Model model) {
		List<SegmentChoice> chosen = form.segment().isEmpty() ? typed(user, form)
				: this.userMemberships.segments(form.segment());
		if (chosen.isEmpty()) {
			errors.rejectValue("segment", form.segment().isEmpty() ? "users.enter.none" : "users.enter.gone");
		}
		Ttl ttl = this.ends.parse(form, visit.zone(), errors);
		Optional<Long> act = errors.hasErrors() ? Optional.empty() : add(user, chosen, form, ttl, errors, visit);
		if (errors.hasErrors()) {
			return show(user, form, visit, model);
		}
		visit.tell(added(user, chosen).offerUndo(act.orElse(null)));
		return "redirect:/users/" + user.id();
	}

	/** Enter after a name adds the segment of this name, without a click on its box. */
	private List<SegmentChoice> typed(UserDetails user, AddToSegmentsForm form) {
		List<SegmentChoice> offered = this.userMemberships.choices(user.id(), form.q(), OFFERED);
		List<SegmentChoice> named = offered.stream().filter((one) -> one.name().equalsIgnoreCase(form.q())).toList();
		List<SegmentChoice> found = named.isEmpty() ? offered : named;
		return (form.q().isEmpty() || found.size() > 1) ? List.of() : found;
	}

	private Optional<Long> add(UserDetails user, List<SegmentChoice> chosen, AddToSegmentsForm form, @Nullable Ttl ttl,
			Errors errors, PageVisit visit) {
		List<Long> segments = form.segment().isEmpty() ? chosen.stream().map(SegmentChoice::id).toList()
				: form.segment();
		try {
			return Optional.ofNullable(
					this.notes
						.during(form.note(),
								() -> this.memberships.add(user.id(), new SegmentReferences.Ids(segments), ttl,
										ActKind.PAGE, visit.account()))
						.actId());
		}
		catch (MembershipExistsException ex) {
			String names = String.join(", ", this.userMemberships.joined(user.id(), segments));
			errors.rejectValue("segment", "users.enter.already", new Object[] { names }, null);
		}
		catch (RestrictedSegmentException ex) {
			errors.rejectValue("segment", "users.enter.restricted");
		}
		catch (NotFoundException ex) {
			errors.rejectValue("segment", "users.enter.gone");
		}
		catch (InvalidTtlException ex) {
			EndFieldParser.rejectPassed(form, errors);
		}
		return Optional.empty();
	}

	private static Toast added(UserDetails user, List<SegmentChoice> segments) {
		return (segments.size() == 1)
				? Toast.success("users.entered", user.login(), segments.getFirst().name())
					.linkTo("/segments/" + segments.getFirst().id())
				: Toast.success("users.entered.many", user.login(), String.valueOf(segments.size()));
	}

	/** Offers the chosen segments that do not match the text, then those that match. */
	private String show(UserDetails user, AddToSegmentsForm form, PageVisit visit, Model model) {
		List<SegmentChoice> offered = this.userMemberships.choices(user.id(), form.q(), OFFERED + 1);
		List<SegmentChoice> shown = offered.subList(0, Math.min(OFFERED, offered.size()));
		Stream<SegmentChoice> kept = this.userMemberships.segments(form.segment())
			.stream()
			.filter((choice) -> !shown.contains(choice));
		List<SegmentChoice> choices = Stream.concat(kept, shown.stream()).toList();
		model.addAttribute("choices", choices)
			.addAttribute("changeable", changeable(choices.stream().map(SegmentChoice::id), visit))
			.addAttribute("more", offered.size() > OFFERED);
		return "users/enter";
	}

	private Set<Long> changeable(Stream<Long> segments, PageVisit visit) {
		return this.owners.changeable(segments.toList(), visit.account());
	}

}
