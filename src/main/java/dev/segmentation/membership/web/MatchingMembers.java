package dev.segmentation.membership.web;

import java.time.Duration;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.ChangedEnds;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.RemovedUsers;
import dev.segmentation.membership.end.EndChange;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import dev.segmentation.task.TaskWork;

import org.springframework.stereotype.Component;

/**
 * Changes all members that match the filter of a list, in one act. The filter is read
 * again when the act begins, so the result says when other members matched than the user
 * confirmed.
 */
@Component
class MatchingMembers {

	/**
	 * The user waits this long for the result. After that the page shows the progress.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final MembershipService memberships;

	private final ActNotes notes;

	private final TaskService tasks;

	MatchingMembers(MembershipService memberships, ActNotes notes, TaskService tasks) {
		this.memberships = memberships;
		this.notes = notes;
		this.tasks = tasks;
	}

	/**
	 * Removes the members.
	 * @return the task, finished or not
	 */
	Task remove(SegmentDetails segment, SelectionForm form, PageVisit visit) {
		CurrentAccount account = visit.account();
		return start("members-remove", segment, account, (progress) -> {
			ActResult<RemovedUsers> act = this.notes.during(form.note(),
					() -> this.memberships.removeMembers(segment.id(), form.members(), account));
			long removed = act.value().removed();
			return result(segment, form, "members.removed", removed, removed).offerUndo(act.actId());
		});
	}

	/**
	 * Changes the ends of the memberships.
	 * @return the task, finished or not
	 */
	Task changeEnd(SegmentDetails segment, EndForm form, EndChange end, PageVisit visit) {
		CurrentAccount account = visit.account();
		return start("members-end", segment, account, (progress) -> {
			ActResult<ChangedEnds> act = this.notes.during(form.note(),
					() -> this.memberships.changeEnd(segment.id(), form.members(), end, account));
			ChangedEnds result = act.value();
			return result(segment, form, changed(end), result.changed(), result.changed() + result.endless())
				.offerUndo(act.actId());
		});
	}

	static String changed(EndChange end) {
		return switch (end) {
			case EndChange.Later later -> "members.extended";
			case EndChange.Never never -> "members.kept";
			default -> "members.ended";
		};
	}

	private Task start(String kind, SegmentDetails segment, CurrentAccount account, TaskWork work) {
		return this.tasks.startAndWait(new TaskRequest(kind, segment.name(), null, account.id()), work, PATIENCE);
	}

	/**
	 * Returns the result with the page of the list.
	 * @param found the number of members that matched when the act began
	 */
	private static TaskResult result(SegmentDetails segment, Selection form, String message, long changed, long found) {
		String list = MembersForm.parse(form.filter()).url(segment.id()).first();
		Long expected = form.expected();
		return (expected == null || expected == found) ? TaskResult.of(list, message, changed, segment.name())
				: TaskResult.of(list, message + ".differs", changed, segment.name(), found, expected);
	}

}
