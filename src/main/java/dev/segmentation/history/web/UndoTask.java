package dev.segmentation.history.web;

import java.time.Duration;

import dev.segmentation.history.undo.UndoRequest;
import dev.segmentation.history.undo.UndoResult;
import dev.segmentation.history.undo.UndoService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;

import org.springframework.stereotype.Component;

/**
 * The task that undoes an act. A small undo is finished within the request.
 */
@Component
class UndoTask {

	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final UndoService undos;

	private final TaskService tasks;

	UndoTask(UndoService undos, TaskService tasks) {
		this.undos = undos;
		this.tasks = tasks;
	}

	/**
	 * Undoes an act. A second click of the same account joins the first one. The undo of
	 * another account is refused.
	 */
	Task start(long actId, UndoRequest request, CurrentAccount by) {
		String key = "undo:%d:%d".formatted(actId, by.id());
		return this.tasks.startAndWait(new TaskRequest("undo", String.valueOf(actId), key, by.id()), (progress) -> {
			UndoResult result = this.undos.undo(actId, request, by);
			return TaskResult.of("/history/" + result.actId(), "undo.finished", result.changes().total());
		}, PATIENCE);
	}

}
