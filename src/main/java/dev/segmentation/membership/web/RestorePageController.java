package dev.segmentation.membership.web;

import java.time.Duration;
import java.time.Instant;

import dev.segmentation.membership.RestorePlan;
import dev.segmentation.membership.RestoreService;
import dev.segmentation.membership.RestoredMembers;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.member.PastMemberService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows what would give a segment the members of a moment again, and does it.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members/restore")
class RestorePageController {

	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final RestoreService restores;

	private final PastMemberService members;

	private final MomentParser moments;

	private final EndFieldParser ends;

	private final TaskService tasks;

	RestorePageController(RestoreService restores, PastMemberService members, MomentParser moments, EndFieldParser ends,
			TaskService tasks) {
		this.restores = restores;
		this.members = members;
		this.moments = moments;
		this.ends = ends;
		this.tasks = tasks;
	}

	@GetMapping
	String plan(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") RestoreForm form,
			PageVisit visit, Model model) {
		Instant at = instant(segment, form, visit);
		return (at != null) ? show(segment, at, model) : list(segment, form);
	}

	@PostMapping
	String restore(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") RestoreForm form,
			BindingResult errors, PageVisit visit, Model model) {
		Instant at = instant(segment, form, visit);
		if (at == null) {
			return list(segment, form);
		}
		Ttl end = this.ends.parse(form, visit.zone(), errors);
		if (!form.seen().isEmpty() && !form.seen().equals(segment.changedAt().toString())) {
			errors.reject("restore.changed");
		}
		try {
			if (!errors.hasErrors()) {
				return "redirect:" + start(segment, at, form, end, visit).url();
			}
		}
		catch (InvalidTtlException ex) {
			EndFieldParser.rejectPassed(form, errors);
		}
		catch (ConflictException ex) {
			errors.reject("refused." + ex.key());
		}
		return show(segment, at, model);
	}

	private Task start(SegmentDetails segment, Instant at, RestoreForm form, @Nullable Ttl end, PageVisit visit) {
		TaskRequest request = new TaskRequest("members-restore", segment.name(), null, visit.account().id());
		return this.tasks.startAndWait(request, (progress) -> {
			RestoredMembers restored = this.restores.restore(segment.id(), at, end, form.note(), visit.account());
			return TaskResult.of("/segments/" + segment.id(), "restore.finished", restored.total(), segment.name())
				.offerUndo(restored.actId());
		}, PATIENCE);
	}

	private @Nullable Instant instant(SegmentDetails segment, RestoreForm form, PageVisit visit) {
		Instant beginning = this.members.beginning(segment.id()).orElse(null);
		return this.moments.parse("as_of", form.asOf(), beginning, visit).instant();
	}

	/** The list of the moment says why it cannot be used. */
	private static String list(SegmentDetails segment, RestoreForm form) {
		return "redirect:" + PageUrl.of("/segments/" + segment.id()).with("as_of", form.asOf()).first();
	}

	private String show(SegmentDetails segment, Instant at, Model model) {
		RestorePlan plan = this.restores.plan(segment.id(), at);
		model.addAttribute("plan", plan).addAttribute("at", at);
		return "members/restore";
	}

}
