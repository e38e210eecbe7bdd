package dev.segmentation.segment.web;

import java.time.Duration;

import dev.segmentation.segment.CreateSegment;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;

import org.springframework.stereotype.Component;

/**
 * Creates and deletes segments as tasks. Small segments are finished within the request,
 * large ones continue in the background.
 */
@Component
class SegmentTasks {

	private static final String CREATE = "segment-create";

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final SegmentService segments;

	private final TaskService tasks;

	SegmentTasks(SegmentService segments, TaskService tasks) {
		this.segments = segments;
		this.tasks = tasks;
	}

	/**
	 * Creates a segment and adds its percentage of users. A second click on the same form
	 * joins the first one. Any other request for the same name is refused: at once if the
	 * segment is being created, or by the database if both start at the same moment.
	 * @throws SegmentExistsException when the name is taken
	 */
	Task create(CreateSegment command, CurrentAccount by) {
		String key = "segment-create:%d:%08x:%s".formatted(by.id(), command.hashCode(), command.name());
		if (isCreatedByAnother(command.name(), key)) {
			throw new SegmentExistsException();
		}
		return this.tasks.startAndWait(new TaskRequest(CREATE, command.name(), key, by.id()), (progress) -> {
			SegmentDetails segment = this.segments.details(this.segments.create(command, by));
			return TaskResult.of("/segments/" + segment.id(), "segments.created", segment.size(), segment.name());
		}, PATIENCE);
	}

	private boolean isCreatedByAnother(String name, String key) {
		return this.tasks.running()
			.stream()
			.anyMatch((task) -> task.kind().equals(CREATE) && task.subject().equalsIgnoreCase(name))
				&& this.tasks.findRunning(key).isEmpty();
	}

	/**
	 * Deletes a segment after removing all its members.
	 * @param note the reason, for the history; empty without one
	 * @throws dev.segmentation.shared.refusal.NotFoundException when the segment does not
	 * exist any more
	 */
	Task delete(SegmentDetails segment, String note, CurrentAccount by) {
		String key = "segment:" + segment.id();
		return this.tasks.startAndWait(new TaskRequest("segment-delete", segment.name(), key, by.id()), (progress) -> {
			long size = this.segments.details(segment.id()).size();
			this.segments.delete(segment.id(), note, by);
			return TaskResult.of("/segments", "segments.deleted", size, segment.name());
		}, PATIENCE);
	}

}
