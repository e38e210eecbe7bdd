package dev.segmentation.membership.list.web;

import java.time.Duration;

import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import dev.segmentation.task.TaskState;

import org.springframework.stereotype.Component;

/**
 * The task that makes the dry run of a list, which leads to the list's page.
 */
@Component
class ListCheck {

	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final MemberListService lists;

	private final TaskService tasks;

	ListCheck(MemberListService lists, TaskService tasks) {
		this.lists = lists;
		this.tasks = tasks;
	}

	/**
	 * Starts the dry run.
	 * @return the redirect to its result, or to its progress
	 */
	String start(SegmentDetails segment, long list, PageVisit visit) {
		TaskRequest request = new TaskRequest("member-list-check", segment.name(), "member-list-check:" + list,
				visit.account().id());
		String page = MemberListPage.url(segment.id(), list);
		Task task = this.tasks.startAndWait(request, (progress) -> {
			this.lists.check(list);
			return TaskResult.of(page);
		}, PATIENCE);
		return "redirect:" + ((task.state() == TaskState.DONE) ? page : task.url());
	}

}
