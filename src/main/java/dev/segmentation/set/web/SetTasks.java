package dev.segmentation.set.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.AddedUsers;
import dev.segmentation.membership.RemovedUsers;
import dev.segmentation.segment.CreateSegment;
import dev.segmentation.segment.Segment;
import dev.segmentation.set.SetExpression;
import dev.segmentation.set.SetService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Uses sets as tasks. The note of each act is the expression.
 */
@Component
class SetTasks {

	/** The longest note, in characters. */
	private static final int LONGEST_NOTE = 500;

	/**
	 * The user waits this long for the result. After that the page shows the progress.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private final SetService sets;

	private final ActNotes notes;

	private final TaskService tasks;

	SetTasks(SetService sets, ActNotes notes, TaskService tasks) {
		this.sets = sets;
		this.notes = notes;
		this.tasks = tasks;
	}

	/**
	 * Starts what the form says.
	 * @param segment the segment that the form names; {@code null} for a new one
	 * @return the task, finished or not
	 * @throws dev.segmentation.segment.SegmentExistsException when the name of a new
	 * segment is taken
	 */
	Task start(SetExpression expression, SetUseForm form, @Nullable Segment segment, PageVisit visit) {
		CurrentAccount account = visit.account();
		String key = (segment != null) ? "set:%d:%d:%08x".formatted(account.id(), segment.id(), form.hashCode())
				: "set:%d:%s".formatted(account.id(), form.segment());
		TaskRequest request = new TaskRequest("set-" + form.use().name().toLowerCase(Locale.ROOT),
				(segment != null) ? segment.name() : form.segment(), key, account.id());
		return this.tasks.startAndWait(request, (progress) -> use(expression, form, segment, account), PATIENCE);
	}

	private TaskResult use(SetExpression expression, SetUseForm form, @Nullable Segment segment,
			CurrentAccount account) {
		if (segment == null) {
			return create(expression, form, account);
		}
		return (form.use() == SetUse.ADD) ? add(expression, form, segment, account)
				: remove(expression, form, segment, account);
	}

	private TaskResult create(SetExpression expression, SetUseForm form, CurrentAccount account) {
		CreateSegment command = new CreateSegment(form.segment(), form.of(), BigDecimal.ZERO, "");
		ActResult<SetService.CreatedSegment> act = this.notes.during(note(form),
				() -> this.sets.createSegment(expression, command, account));
		return TaskResult.of("/segments/" + act.value().id(), "segments.created", act.value().users(), form.segment());
	}

	private TaskResult add(SetExpression expression, SetUseForm form, Segment segment, CurrentAccount account) {
		ActResult<AddedUsers> act = this.notes.during(note(form),
				() -> this.sets.add(expression, segment.id(), account));
		return TaskResult.of("/segments/" + segment.id(), "members.list.added", act.value().added(), segment.name())
			.offerUndo(act.actId());
	}

	private TaskResult remove(SetExpression expression, SetUseForm form, Segment segment, CurrentAccount account) {
		ActResult<RemovedUsers> act = this.notes.during(note(form),
				() -> this.sets.remove(expression, segment.id(), account));
		return TaskResult.of("/segments/" + segment.id(), "members.removed", act.value().removed(), segment.name())
			.offerUndo(act.actId());
	}

	private static String note(SetUseForm form) {
		String expression = form.of();
		return (expression.length() > LONGEST_NOTE) ? expression.substring(0, LONGEST_NOTE - 1) + "…" : expression;
	}

}
