package dev.segmentation.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
	TestDatabase database;

	private final CountDownLatch goOn = new CountDownLatch(1);

	@AfterEach
	void letAllEnd() {
		this.goOn.countDown();
		await().until(() -> this.tasks.running().isEmpty());
	}

	@Test
	void anAccountWithFiftyImportsDelaysOnlyItsOwn() {
		List<Task> many = Stream.generate(() -> this.tasks.start(imports("editor"), (progress) -> pause()))
			.limit(50)
			.toList();
		Task other = this.tasks.startAndWait(imports("admin"), (progress) -> RESULT, Duration.ofSeconds(20));
		assertThat(other.isDone()).isTrue();
		await().until(() -> !this.tasks.get(many.getFirst().id()).isWaiting());
		assertThat(many).extracting((task) -> this.tasks.get(task.id()).isRunning()).containsOnly(true);
		assertThat(many.subList(1, 50)).extracting((task) -> this.tasks.get(task.id()).ahead())
			.startsWith(1L, 2L)
			.endsWith(49L);
	}

	@Test
	void aWaitingTaskShowsHowManyComeFirst() {
		List<Task> three = Stream.generate(() -> this.tasks.start(imports("editor"), (progress) -> pause()))
			.limit(3)
			.toList();
		Pages pages = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(pages.get(three.get(2).url()).body()).contains("Waiting…", "after 2 earlier tasks")
			.doesNotContain("Working…");
		assertThat(pages.get(three.get(2).url(), "Accept-Language", "ru").body())
			.contains("после 2 более ранних задач");
		assertThat(pages.get("/tasks").body()).contains("Waiting", "Running");
	}

	@Test
	void aTaskCancelledBeforeItsTurnNeverRuns() {
		this.tasks.start(imports("editor"), (progress) -> pause());
		List<String> ran = new ArrayList<>();
		Task cancelled = this.tasks.start(imports("editor"), (progress) -> {
			ran.add("cancelled");
			return RESULT;
		});
		this.tasks.cancel(cancelled.id());
		this.goOn.countDown();
		this.tasks.see(cancelled.id(), Duration.ofSeconds(20));
		assertThat(this.tasks.get(cancelled.id()).state()).isEqualTo(TaskState.CANCELLED);
		assertThat(ran).isEmpty();
	}

	@Test
	void instancesShareTheLimitOfAnAccount() {
		TaskRunner other = new TaskRunner(this.repository);
		other.start();
		Task first = this.tasks.start(imports("editor"), (progress) -> pause());
		await().until(() -> !this.tasks.get(first.id()).isWaiting());
		TaskRequest request = imports("editor");
		long second = this.repository.insert(request).orElseThrow();
		other.submit(second, request, (progress) -> RESULT);
		other.beginWaiting();
		assertThat(this.repository.beginNext(TaskPool.IMPORTS, Set.of(second))).isEmpty();
		assertThat(this.tasks.get(second).isWaiting()).isTrue();
		this.goOn.countDown();
		this.tasks.see(first.id(), Duration.ofSeconds(20));
		other.beginWaiting();
		await().until(() -> this.tasks.get(second).isDone());
		other.stop();
	}

	@Test
	void theAccountThatHasWaitedLongestComesNext() {
		Set<Long> waiting = Stream.of("editor", "editor", "editor", "admin", "viewer", "admin")
			.map((login) -> this.repository.insert(imports(login)).orElseThrow())
			.collect(Collectors.toSet());
		List<String> turns = new ArrayList<>();
		while (!waiting.isEmpty()) {
			long id = this.repository.beginNext(TaskPool.IMPORTS, waiting).orElseThrow().id();
			waiting.remove(id);
			turns.add(this.tasks.get(id).account());
			this.repository.finish(id, RESULT);
		}
		assertThat(turns.subList(0, 3)).containsExactlyInAnyOrder("editor", "admin", "viewer");
		assertThat(turns.subList(3, 5)).containsExactlyInAnyOrder("editor", "admin");
		assertThat(turns.getLast()).isEqualTo("editor");
	}

	private TaskRequest imports(String login) {
		long account = this.database.jdbc()
			.sql("SELECT id FROM accounts WHERE login = ?")
			.param(login)
			.query(Long.class)
			.single();
		return new TaskRequest(TaskPool.IMPORTS, "users-import", "a.csv", null, account, null, true);
	}

	private TaskResult pause() {
		try {
			this.goOn.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return RESULT;
	}

}
