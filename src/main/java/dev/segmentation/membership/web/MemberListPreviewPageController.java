package dev.segmentation.membership.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.segmentation.membership.InvalidTtlException;
import dev.segmentation.membership.MemberList;
import dev.segmentation.membership.MemberListService;
import dev.segmentation.membership.Ttl;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows what a pasted list would do, and does it.
 */
@PageController
@RequestMapping("/segments/{id:[0-9]{1,18}}/members/lists/{list:[0-9]{1,18}}")
class MemberListPreviewPageController {

	/** Adding some ten thousand users takes less. */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private static final String VIEW = "members/preview";

	private final MemberListService lists;

	private final SegmentService segments;

	private final TaskService tasks;

	private final Clock clock;

	MemberListPreviewPageController(MemberListService lists, SegmentService segments, TaskService tasks, Clock clock) {
		this.lists = lists;
		this.segments = segments;
		this.tasks = tasks;
		this.clock = clock;
	}

	@GetMapping
	String preview(@PathVariable long id, @PathVariable("list") long listId, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		return show(find(id, listId, account), model);
	}

	@PostMapping
	String confirm(@PathVariable long id, @PathVariable("list") long listId, CurrentAccount account, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		MemberList list = find(id, listId, account);
		try {
			return Redirects.to(request, start(list, account).url());
		}
		catch (InvalidTtlException ex) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			model.addAttribute("error", "members.until.over");
			return show(list, model);
		}
	}

	/**
	 * In the background, as a long list takes a while; the same list never twice.
	 */
	private Task start(MemberList list, CurrentAccount account) {
		String segment = this.segments.get(list.segmentId()).name();
		return this.tasks.startAndWait(
				new TaskRequest("member-list", segment, "member-list:" + list.id(), account.id()),
				(progress) -> TaskResult.of(url(list), "members.list.added",
						this.lists.confirm(list.id(), account).added(), segment),
				PATIENCE);
	}

	@GetMapping("/unknown.txt")
	ResponseEntity<byte[]> unknown(@PathVariable long id, @PathVariable("list") long listId, CurrentAccount account) {
		account.require(Role.EDITOR);
		String text = String.join("\n", this.lists.unknown(find(id, listId, account).id(), account)) + "\n";
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header("Content-Disposition", "attachment; filename=\"unknown.txt\"")
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

	private MemberList find(long id, long listId, CurrentAccount account) {
		MemberList list = this.lists.get(listId, account);
		if (list.segmentId() != id) {
			throw MemberList.notFound();
		}
		return list;
	}

	private String show(MemberList list, Model model) {
		model.addAttribute("segment", this.segments.details(list.segmentId()))
			.addAttribute("list", list)
			.addAttribute("until", until(list.ttl()));
		return VIEW;
	}

	/**
	 * When its users would leave if it was confirmed now.
	 */
	private @Nullable Instant until(@Nullable Ttl ttl) {
		return switch (ttl) {
			case Ttl.For(var duration) -> this.clock.instant().plus(duration);
			case Ttl.Until(var instant) -> instant;
			case null -> null;
		};
	}

	private static String url(MemberList list) {
		return "/segments/%d/members/lists/%d".formatted(list.segmentId(), list.id());
	}

}
