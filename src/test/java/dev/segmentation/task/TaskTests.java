package dev.segmentation.task;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskTests {

	private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

	@Test
	void estimatesTheRemainingTimeFromTheProgress() {
		assertThat(task(TaskState.RUNNING, 250, 1000L, 10).left()).contains(Duration.ofSeconds(30));
		assertThat(task(TaskState.RUNNING, 1000, 1000L, 10).left()).contains(Duration.ZERO);
	}

	@Test
	void estimatesNothingTooEarlyOrWithoutProgress() {
		assertThat(task(TaskState.RUNNING, 0, 1000L, 10).left()).isEmpty();
		assertThat(task(TaskState.RUNNING, 250, null, 10).left()).isEmpty();
		assertThat(task(TaskState.RUNNING, 250, 1000L, 1).left()).isEmpty();
		assertThat(task(TaskState.FAILED, 250, 1000L, 10).left()).isEmpty();
	}

	@Test
	void hasRunUntilItsEnd() {
		assertThat(task(TaskState.RUNNING, 1, 2L, 10).elapsed()).isEqualTo(Duration.ofSeconds(10));
		assertThat(task(TaskState.DONE, 2, 2L, 10).elapsed()).isEqualTo(Duration.ofSeconds(5));
	}

	private static Task task(TaskState state, long done, @Nullable Long total, long seconds) {
		return new Task(1, "demo", "", "admin", state, done, total, false, null, null, null, null, 0, null, null, START,
				(state != TaskState.RUNNING) ? START.plusSeconds(5) : null, START.plusSeconds(seconds));
	}

}
