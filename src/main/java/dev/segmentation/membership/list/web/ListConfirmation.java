package dev.segmentation.membership.list.web;

import java.time.Duration;

import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.list.MemberList;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;

import org.springframework.stereotype.Component;

/**
 * The task that changes the memberships of a confirmed list.
 */
@Component
class ListConfirmation {

	/**
	 * The user waits this long for the result. After that the page shows the progress.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final MemberListService lists;

	private final TaskService tasks;

	ListConfirmation(MemberListService lists, TaskService tasks) {
		this.lists = lists;
		this.tasks = tasks;
	}

	Task start(MemberList list, ListVisit visit) {
		String segment = visit.segment().name();
		TaskRequest request = new TaskRequest(kind(list), segment, "member-list:" + list.id(), visit.account().id());
		return this.tasks.startAndWait(request, (progress) -> {
			ActResult<MemberList.Result> act = this.lists.confirm(list.id(), visit.account());
			MemberList.Result result = act.value();
			long done = list.isAdding() ? result.added() : result.changed();
			return TaskResult
				.of(MemberListPage.url(list.segmentId(), list.id()), MemberListWords.done(list), done, segment,
						result.removed())
				.offerUndo(act.actId());
		}, PATIENCE);
	}

	private static String kind(MemberList list) {
		return switch (list.change()) {
			case ADD -> "member-list";
			case REMOVE -> "members-remove";
			case END -> "members-end";
			case REPLACE -> "members-replace";
		};
	}

}
