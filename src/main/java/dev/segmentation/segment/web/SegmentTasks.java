package dev.segmentation.segment.web;

import java.time.Duration;

import dev.segmentation.segment.CreateSegment;
import dev.segmentation.segment.SegmentDetails;
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

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final SegmentService segments;

	private final TaskService tasks;

	SegmentTasks(SegmentService segments, TaskService tasks) {
		this.segments = segments;
		this.tasks = tasks;
	}

	/**
	 * Creates a segment and adds its percentage of users.
	 * @throws dev.segmentation.segment.SegmentExistsException when the name is taken
	 */
	Task create(CreateSegment command, CurrentAccount by) {
		String key = "segment-create:" + command.name();
		return this.tasks.startAndWait(new TaskRequest("segment-create", command.name(), key, by.id()), (progress) -> {
			SegmentDetails segment = this.segments.details(this.segments.create(command, by));
			return TaskResult.of("/segments/" + segment.id(), "segments.created", segment.size(), segment.name());
		}, PATIENCE);
	}

	/**
	 * Deletes a segment after removing all its members.
	 * @throws dev.segmentation.shared.NotFoundException when the segment does not exist
	 * any more
	 */
	Task delete(SegmentDetails segment, CurrentAccount by) {
		String key = "segment:" + segment.id();
		return this.tasks.startAndWait(new TaskRequest("segment-delete", segment.name(), key, by.id()), (progress) -> {
			long size = this.segments.details(segment.id()).size();
			this.segments.delete(segment.id(), by);
			return TaskResult.of("/segments", "segments.deleted", size, segment.name());
		}, PATIENCE);
	}

}
