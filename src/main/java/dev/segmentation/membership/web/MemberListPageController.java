package dev.segmentation.membership.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.MemberList;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.membership.list.PastedList;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.InvalidInputException;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
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

	private final TaskService tasks;

	private final EndFieldParser ends;

	private final Clock clock;

	MemberListPageController(MemberListService lists, TaskService tasks, EndFieldParser ends, Clock clock) {
		this.lists = lists;
		this.tasks = tasks;
		this.ends = ends;
		this.clock = clock;
	}

	@GetMapping("/paste")
	String pasteForm(PageVisit visit, Model model) {
		visit.require(Role.EDITOR);
		model.addAttribute("form", PasteForm.EMPTY);
		return "members/paste";
	}

	@PostMapping("/paste")
	String paste(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") PasteForm form,
			BindingResult errors, PageVisit visit) {
		Ttl ttl = this.ends.parse(form, visit.zone(), errors);
		try {
			PastedList list = PastedList.parse(form.text());
			if (!errors.hasErrors()) {
				long id = this.lists.read(segment.id(), list, ttl, visit.account());
				return "redirect:/segments/%d/members/lists/%d".formatted(segment.id(), id);
			}
		}
		catch (InvalidInputException ex) {
			errors.rejectValue("text", ex.key(), ex.arguments(), null);
		}
		return "members/paste";
	}

	@GetMapping("/lists/{list}")
	String preview(@PathVariable long id, @PathVariable("list") long listId, PageVisit visit, Model model) {
		visit.require(Role.EDITOR);
		return show(find(id, listId, visit.account()), model);
	}

	@PostMapping("/lists/{list}")
	String confirm(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			PageVisit visit, Model model) {
		MemberList list = find(segment.id(), listId, visit.account());
		try {
			return "redirect:" + start(segment, list, visit.account()).url();
		}
		catch (InvalidTtlException ex) {
			visit.answer(HttpStatus.UNPROCESSABLE_CONTENT);
			model.addAttribute("error", "members.until.over");
			return show(list, model);
		}
	}

	private Task start(SegmentDetails segment, MemberList list, CurrentAccount account) {
		String url = "/segments/%d/members/lists/%d".formatted(segment.id(), list.id());
		TaskRequest request = new TaskRequest("member-list", segment.name(), "member-list:" + list.id(), account.id());
		return this.tasks.startAndWait(request, (progress) -> TaskResult.of(url, "members.list.added",
				this.lists.confirm(list.id(), account).added(), segment.name()), PATIENCE);
	}

	@GetMapping("/lists/{list}/unknown.txt")
	ResponseEntity<byte[]> unknown(@PathVariable long id, @PathVariable("list") long listId, PageVisit visit) {
		visit.require(Role.EDITOR);
		MemberList list = find(id, listId, visit.account());
		String text = String.join("\n", this.lists.unknown(list.id(), visit.account())) + "\n";
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header("Content-Disposition", "attachment; filename=\"unknown.txt\"")
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

	private MemberList find(long segmentId, long listId, CurrentAccount account) {
		MemberList list = this.lists.get(listId, account);
		if (list.segmentId() != segmentId) {
			throw MemberList.notFound();
		}
		return list;
	}

	private String show(MemberList list, Model model) {
		model.addAttribute("list", list).addAttribute("until", until(list.ttl()));
		return "members/preview";
	}

	private @Nullable Instant until(@Nullable Ttl ttl) {
		return switch (ttl) {
			case Ttl.For(var duration) -> this.clock.instant().plus(duration);
			case Ttl.Until(var instant) -> instant;
			case null -> null;
		};
	}

}
