package dev.segmentation.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The accounts take turns, and the instances share their limits.
 */
@HttpTest
class TaskTurnTests {

	private static final TaskResult RESULT = TaskResult.of("/users");

	@Autowired
	Api api;

	@Autowired
	TaskService tasks;

	@Autowired
	TaskRepository repository;

	@Autowired
	TaskTurnRepository turns;

	@RegisterExtension
	final PausedWork work = new PausedWork();

	@Test
	void anAccountWithFiftyImportsDelaysOnlyItsOwn() {
		List<Task> many = startImports(50);
		Task other = this.tasks.startAndWait(imports(Accounts.ADMIN), (progress) -> RESULT, Duration.ofSeconds(20));
		assertThat(other.isDone()).isTrue();
		await().until(() -> !this.tasks.get(many.getFirst().id()).isWaiting());
		assertThat(many).extracting((task) -> this.tasks.get(task.id()).isRunning()).containsOnly(true);
		assertThat(many.subList(1, 50)).extracting((task) -> this.tasks.get(task.id()).ahead())
			.startsWith(1L, 2L)
			.endsWith(49L);
	}

	@Test
	void aWaitingTaskShowsHowManyComeFirst() {
		List<Task> three = startImports(3);
		Pages pages = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(pages.get(three.get(2).url()).body()).contains("Waiting…", "after 2 earlier tasks")
			.doesNotContain("Working…");
		assertThat(pages.get(three.get(2).url(), "Accept-Language", "ru").body())
			.contains("после 2 более ранних задач");
		assertThat(pages.get("/tasks").body()).contains("Waiting", "Running");
	}

	@Test
	void aTaskCancelledBeforeItsTurnNeverRuns() {
		this.tasks.start(imports(Accounts.EDITOR), (progress) -> this.work.pause(RESULT));
		List<String> ran = new ArrayList<>();
		Task cancelled = this.tasks.start(imports(Accounts.EDITOR), (progress) -> {
			ran.add("cancelled");
			return RESULT;
		});
		this.tasks.cancel(cancelled.id());
		this.work.goOn();
		this.tasks.see(cancelled.id(), Duration.ofSeconds(20));
		assertThat(this.tasks.get(cancelled.id()).state()).isEqualTo(TaskState.CANCELLED);
		assertThat(ran).isEmpty();
	}

	@Test
	void instancesShareTheLimitOfAnAccount() {
		TaskRunner other = new TaskRunner(this.repository, this.turns);
		other.start();
		Task first = this.tasks.start(imports(Accounts.EDITOR), (progress) -> this.work.pause(RESULT));
		await().until(() -> !this.tasks.get(first.id()).isWaiting());
		TaskRequest request = imports(Accounts.EDITOR);
		long second = this.repository.insert(request).orElseThrow();
		other.submit(second, request, (progress) -> RESULT);
		other.beginWaiting();
		assertThat(this.turns.beginNext(TaskPool.IMPORTS, Set.of(second))).isEmpty();
		assertThat(this.tasks.get(second).isWaiting()).isTrue();
		this.work.goOn();
		this.tasks.see(first.id(), Duration.ofSeconds(20));
		other.beginWaiting();
		await().until(() -> this.tasks.get(second).isDone());
		other.stop();
	}

	@Test
	void theAccountThatHasWaitedLongestComesNext() {
		Set<Long> waiting = Stream
			.of(Accounts.EDITOR, Accounts.EDITOR, Accounts.EDITOR, Accounts.ADMIN, Accounts.VIEWER, Accounts.ADMIN)
			.map((account) -> this.repository.insert(imports(account)).orElseThrow())
			.collect(Collectors.toSet());
		List<String> order = new ArrayList<>();
		while (!waiting.isEmpty()) {
			long id = this.turns.beginNext(TaskPool.IMPORTS, waiting).orElseThrow().id();
			waiting.remove(id);
			order.add(this.tasks.get(id).account());
			this.repository.finish(id, RESULT);
		}
		assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("editor", "admin", "viewer");
		assertThat(order.subList(3, 5)).containsExactlyInAnyOrder("editor", "admin");
		assertThat(order.getLast()).isEqualTo("editor");
	}

	private List<Task> startImports(int count) {
		return Stream.generate(() -> this.tasks.start(imports(Accounts.EDITOR), (progress) -> this.work.pause(RESULT)))
			.limit(count)
			.toList();
	}

	private static TaskRequest imports(CurrentAccount account) {
		return new TaskRequest(TaskPool.IMPORTS, "users-import", "a.csv", null, account.id(), null, true);
	}

}
