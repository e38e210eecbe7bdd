package dev.segmentation.membership.list.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.ListChange;
import dev.segmentation.membership.list.MatchedEntry;
import dev.segmentation.membership.list.MemberList;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.membership.list.PastedList;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import dev.segmentation.user.UserField;
import dev.segmentation.user.UserResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pasted lists of users: paste, review, confirm.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members")
class MemberListPageController {

	/**
	 * The user waits this long for the result. After that the page shows the progress.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final MemberListService lists;

	private final SegmentService segments;

	private final UserResolver users;

	private final TaskService tasks;

	private final EndFieldParser ends;

	private final Clock clock;

	MemberListPageController(MemberListService lists, SegmentService segments, UserResolver users, TaskService tasks,
			EndFieldParser ends, Clock clock) {
		this.lists = lists;
		this.segments = segments;
		this.users = users;
		this.tasks = tasks;
		this.ends = ends;
		this.clock = clock;
	}

	@GetMapping("/paste")
	String pasteForm(Model model) {
		model.addAttribute("form", PasteForm.EMPTY);
		return "members/paste";
	}

	@PostMapping("/paste")
	String paste(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") PasteForm form,
			BindingResult errors, PageVisit visit) {
		Ttl ttl = this.ends.parse(form, visit.zone(), errors);
		try {
			PastedList list = PastedList.parse(visit.text(form.text()));
			if (!errors.hasErrors()) {
				long id = this.lists.read(segment.id(), form.toRequest(list, ttl), visit.account());
				return "redirect:" + url(segment.id(), id);
			}
		}
		catch (InvalidInputException ex) {
			errors.rejectValue("text", ex.key(), ex.arguments(), null);
		}
		return "members/paste";
	}

	@GetMapping("/lists/{list}")
	@HtmxFragment("table")
	String preview(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			@RequestParam @Nullable String at, PageVisit visit, Model model) {
		Cursor cursor = Cursor.parse(at);
		return answer(segment, listId, visit, model, (list) -> show(list, cursor, model));
	}

	/**
	 * Reads the list again, with the field that its numbers are.
	 */
	@PostMapping("/lists/{list}/numbers")
	String decideNumbers(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			@ModelAttribute("form") NumbersForm form, BindingResult errors, PageVisit visit, Model model) {
		Optional<UserField> field = form.field();
		if (field.isEmpty()) {
			errors.rejectValue("numbers", "members.list.numbers.empty");
		}
		return answer(segment, listId, visit, model, (list) -> field
			.map((numbers) -> "redirect:" + url(segment.id(), this.lists.readAgain(list, numbers, visit.account())))
			.orElseGet(() -> show(list, null, model)));
	}

	@PostMapping("/lists/{list}")
	String confirm(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			PageVisit visit, Model model) {
		return answer(segment, listId, visit, model, (list) -> confirm(segment, list, visit, model));
	}

	private String confirm(SegmentDetails segment, MemberList list, PageVisit visit, Model model) {
		try {
			return "redirect:" + start(segment, list, visit.account()).url();
		}
		catch (InvalidTtlException ex) {
			visit.answer(HttpStatus.UNPROCESSABLE_CONTENT);
			model.addAttribute("error", "members.until.over");
			return show(list, null, model);
		}
	}

	private Task start(SegmentDetails segment, MemberList list, CurrentAccount account) {
		String url = url(segment.id(), list.id());
		TaskRequest request = new TaskRequest(kind(list), segment.name(), "member-list:" + list.id(), account.id());
		return this.tasks.startAndWait(request, (progress) -> {
			MemberList.Result result = this.lists.confirm(list.id(), account);
			return TaskResult.of(url, MemberListWords.done(list),
					(list.change() == ListChange.ADD) ? result.added() : result.changed(), segment.name());
		}, PATIENCE);
	}

	private static String kind(MemberList list) {
		return switch (list.change()) {
			case ADD -> "member-list";
			case REMOVE -> "members-remove";
			case END -> "members-end";
		};
	}

	@GetMapping("/lists/{list}/unknown.txt")
	Object unknown(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			PageVisit visit, Model model) {
		try {
			MemberList list = find(segment, listId, visit.account());
			return text(this.lists.unknown(list.id(), visit.account()));
		}
		catch (NotFoundException ex) {
			return explain(segment, listId, visit, model);
		}
	}

	private static ResponseEntity<byte[]> text(List<String> entries) {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header("Content-Disposition", "attachment; filename=\"unknown.txt\"")
			.body((String.join("\n", entries) + "\n").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Answers with a list, or explains why the list is missing.
	 */
	private String answer(SegmentDetails segment, long listId, PageVisit visit, Model model,
			Function<MemberList, String> answer) {
		try {
			return answer.apply(find(segment, listId, visit.account()));
		}
		catch (NotFoundException ex) {
			return explain(segment, listId, visit, model);
		}
	}

	private MemberList find(SegmentDetails segment, long listId, CurrentAccount account) {
		MemberList list = this.lists.get(listId, account);
		if (list.segmentId() != segment.id()) {
			throw MemberList.notFound();
		}
		return list;
	}

	/**
	 * Explains why there is no list: another account has pasted it, it was deleted after
	 * a day, or its segment was deleted meanwhile.
	 */
	private String explain(SegmentDetails segment, long listId, PageVisit visit, Model model) {
		visit.answer(HttpStatus.NOT_FOUND);
		boolean deleted = !this.segments.exists(segment.id());
		String reason = this.lists.exists(listId, segment.id()) ? "other" : "expired";
		model.addAttribute("reason", deleted ? "segment" : reason);
		return "members/unavailable";
	}

	private String show(MemberList list, @Nullable Cursor cursor, Model model) {
		Page<MatchedEntry> matched = this.lists.matched(list, cursor);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", NumbersForm.of(list.numbers()));
		}
		model.addAttribute("list", list)
			.addAttribute("until", until(list.ttl()))
			.addAttribute("done", MemberListWords.done(list))
			.addAttribute("submit", MemberListWords.submit(list))
			.addAttribute("matched", matched.items())
			.addAttribute("links", PageUrl.of(url(list.segmentId(), list.id())).links(matched, cursor))
			.addAttribute("candidates", this.users.candidates(list.ambiguous().entries()))
			.addAttribute("numberFields", NumbersForm.FIELDS);
		return "members/preview";
	}

	private static String url(long segmentId, long listId) {
		return "/segments/%d/members/lists/%d".formatted(segmentId, listId);
	}

	private @Nullable Instant until(@Nullable Ttl ttl) {
		return switch (ttl) {
			case Ttl.For(var duration) -> this.clock.instant().plus(duration);
			case Ttl.Until(var instant) -> instant;
			case null -> null;
		};
	}

}
