package dev.segmentation.task;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.segmentation.segment.Segment;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class TaskServiceTests {

	private static final TaskResult RESULT = TaskResult.of("/segments/7", "demo.done", 7, "7", "it's, \"quoted\" {}");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Autowired
	TaskService tasks;

	@Autowired
	TaskRepository repository;

	@Autowired
	TaskTurnRepository turns;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	TestDatabase database;

	@Autowired
	JdbcClient application;

	@RegisterExtension
	final PausedWork work = new PausedWork();

	@Test
	void keepsTheResult() {
		Task task = this.tasks.startAndWait(request("one"), (progress) -> {
			progress.at(3, 3);
			return RESULT;
		}, PATIENCE);
		assertThat(task.state()).isEqualTo(TaskState.DONE);
		assertThat(task.result()).isEqualTo(RESULT);
		assertThat(task.finishedAt()).isAfter(task.startedAt());
		assertThat(List.of(task.kind(), task.subject(), "" + task.account(), task.reached(), task.url()))
			.isEqualTo(List.of("demo", "Subject", "admin", 3L, "/tasks/" + task.id()));
		assertThat(this.tasks.newest(1)).extracting(Task::id).containsExactly(task.id());
	}

	@Test
	void keepsAResultWithoutAMessage() {
		Task task = this.tasks.startAndWait(request("quiet"), (progress) -> TaskResult.of("/users"), PATIENCE);
		assertThat(task.result()).isEqualTo(new TaskResult("/users", null, List.of(), null));
	}

	@Test
	void showsProgressBeforeTheTransactionOfTheWorkEnds() {
		Task task = this.tasks.start(request("far"), (progress) -> this.transaction.execute((status) -> {
			progress.at(40, 100);
			return this.work.pause(RESULT);
		}));
		await().until(() -> this.tasks.get(task.id()).reached() == 40);
		Task now = this.tasks.get(task.id());
		assertThat(now.isRunning()).isTrue();
		assertThat(now.total()).isEqualTo(100);
		assertThat(this.tasks.running()).extracting(Task::id).containsExactly(task.id());
		assertThat(this.tasks.findRunning("far")).map(Task::id).contains(task.id());
		this.work.goOn();
		await().until(() -> this.tasks.get(task.id()).isDone());
		assertThat(this.tasks.findRunning("far")).isEmpty();
	}

	@Test
	void runsOneOfManySimultaneousStartsWithTheSameKey() throws Exception {
		AtomicInteger runs = new AtomicInteger();
		CyclicBarrier together = new CyclicBarrier(8);
		Callable<Long> start = () -> {
			together.await();
			return this.tasks.start(request("race"), (progress) -> {
				runs.incrementAndGet();
				return this.work.pause(RESULT);
			}).id();
		};
		Set<Long> ids = new HashSet<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			for (Future<Long> started : threads
				.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
				ids.add(started.get());
			}
		}
		assertThat(ids).hasSize(1);
		this.work.goOn();
		await().until(() -> this.tasks.running().isEmpty());
		assertThat(runs).hasValue(1);
		assertThat(this.tasks.startAndWait(request("race"), (progress) -> RESULT, PATIENCE).id()).isNotIn(ids);
	}

	@Test
	void waitsForTheRunningTaskWithTheSameKey() {
		Task first = this.tasks.start(request("shared"), (progress) -> this.work.pause(RESULT));
		Task early = this.tasks.startAndWait(request("shared"), (progress) -> RESULT, Duration.ofMillis(1));
		assertThat(early.id()).isEqualTo(first.id());
		assertThat(early.isRunning()).isTrue();
		Thread.startVirtualThread(this.work::goOn);
		Task late = this.tasks.startAndWait(request("shared"), (progress) -> RESULT, PATIENCE);
		assertThat(late.isDone()).isTrue();
	}

	@Test
	void runsTasksWithoutAKeySideBySide() {
		Task first = this.tasks.start(request(null), (progress) -> this.work.pause(RESULT));
		Task second = this.tasks.start(request(null), (progress) -> this.work.pause(RESULT));
		assertThat(this.tasks.running()).extracting(Task::id).containsExactly(second.id(), first.id());
	}

	@Test
	void throwsARefusalThatComesInTime() {
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.tasks.startAndWait(request("refused"), (progress) -> {
				throw Segment.notFound();
			}, PATIENCE));
	}

	@Test
	void keepsARefusalThatComesLate() {
		Task task = this.tasks.startAndWait(request("late"), (progress) -> {
			this.work.pause(RESULT);
			throw Segment.notFound();
		}, Duration.ofMillis(1));
		assertThat(task.isRunning()).isTrue();
		this.work.goOn();
		await().until(() -> !this.tasks.get(task.id()).isRunning());
		Task ended = this.tasks.get(task.id());
		assertThat(ended.state()).isEqualTo(TaskState.REFUSED);
		assertThat(ended.refusal()).isEqualTo(new Task.Refusal("segment.missing", Segment.notFound().error()));
	}

	@Test
	void keepsTheReferenceNumberOfAFailure(CapturedOutput log) {
		Task task = this.tasks.startAndWait(request("failed"), (progress) -> {
			throw new IllegalStateException("secret detail");
		}, PATIENCE);
		assertThat(task.state()).isEqualTo(TaskState.FAILED);
		assertThat(task.reference()).isNotBlank();
		assertThat(log).contains("reference " + task.reference(), "secret detail");
		assertThat(task.toString()).doesNotContain("secret");
	}

	@Test
	void interruptsTheTaskOfADeadInstanceAndFreesItsKey() {
		long dead = this.repository.insert(request("dead")).orElseThrow();
		stopHeartbeat(dead, 25);
		this.tasks.watch();
		assertThat(this.tasks.findRunning("dead")).map(Task::id).contains(dead);
		stopHeartbeat(dead, 31);
		this.tasks.watch();
		assertThat(this.tasks.get(dead).state()).isEqualTo(TaskState.INTERRUPTED);
		assertThat(this.tasks.get(dead).finishedAt()).isNotNull();
		assertThat(this.tasks.running()).isEmpty();
		assertThat(this.tasks.startAndWait(request("dead"), (progress) -> RESULT, PATIENCE).isDone()).isTrue();
	}

	@Test
	void doesNotInterruptATaskOfALiveInstance() {
		Task task = this.tasks.start(request("slow"), (progress) -> this.work.pause(RESULT));
		stopHeartbeat(task.id(), 31);
		this.tasks.watch();
		assertThat(this.tasks.get(task.id()).isRunning()).isTrue();
	}

	@Test
	void runsShortWorkBesideLongWork() {
		for (int i = 0; i < 5; i++) {
			this.tasks.start(request(TaskPool.IMPORTS, null), (progress) -> this.work.pause(RESULT));
			this.tasks.start(request(TaskPool.REPORTS, null), (progress) -> this.work.pause(RESULT));
		}
		assertThat(this.tasks.startAndWait(request(null), (progress) -> RESULT, PATIENCE).isDone()).isTrue();
	}

	@Test
	void savesTheEndAgainAfterADatabaseError() {
		this.database.jdbc().sql("""
				CREATE SEQUENCE attempts;
				CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
				    IF nextval('attempts') = 1 THEN RAISE EXCEPTION 'the database restarts'; END IF;
				    RETURN NEW;
				END $$;
				CREATE TRIGGER fail_once BEFORE UPDATE ON tasks FOR EACH ROW WHEN (NEW.state = 'DONE')
				    EXECUTE FUNCTION fail_once()
				""").update();
		Task task = this.tasks.startAndWait(request(null), (progress) -> RESULT, PATIENCE);
		assertThat(task.isDone()).isTrue();
		assertThat(this.database.jdbc().sql("SELECT last_value FROM attempts").query(Long.class).single()).isEqualTo(2);
		this.database.jdbc().sql("DROP FUNCTION fail_once CASCADE; DROP SEQUENCE attempts").update();
	}

	@Test
	void stopsTheWorkOfAnInterruptedTaskAtItsNextProgress() {
		CountDownLatch ended = new CountDownLatch(1);
		Task task = this.tasks.start(request("given up"), (progress) -> {
			this.work.pause(RESULT);
			try {
				progress.at(1, 1);
			}
			finally {
				ended.countDown();
			}
			return RESULT;
		});
		await().until(() -> !this.tasks.get(task.id()).isWaiting());
		this.repository.end(task.id(), TaskState.INTERRUPTED, null, null);
		this.work.goOn();
		await().until(() -> ended.getCount() == 0);
		assertThat(this.tasks.get(task.id()).state()).isEqualTo(TaskState.INTERRUPTED);
	}

	@Test
	void interruptsATaskAtItsNextProgressWhenTheServerStops() {
		TaskRunner runner = new TaskRunner(this.repository, this.turns);
		runner.start();
		long id = this.repository.insert(request("stopping")).orElseThrow();
		runner.submit(id, request("stopping"), (progress) -> {
			for (int step = 0; true; step++) {
				progress.at(step, Long.MAX_VALUE);
			}
		});
		await().until(() -> !this.tasks.get(id).isWaiting());
		runner.stop();
		assertThat(this.tasks.get(id).state()).isEqualTo(TaskState.INTERRUPTED);
		assertThat(runner.ids()).isEmpty();
	}

	@Test
	void waitsForATaskWithoutProgressWhenTheServerStops() {
		TaskRunner runner = new TaskRunner(this.repository, this.turns);
		runner.start();
		long id = this.repository.insert(request("last step")).orElseThrow();
		runner.submit(id, request("last step"), (progress) -> this.work.pause(RESULT));
		await().until(() -> !this.tasks.get(id).isWaiting());
		Thread.startVirtualThread(this.work::goOn);
		runner.stop();
		assertThat(this.tasks.get(id).isDone()).isTrue();
	}

	@Test
	void continuesAfterItsConnectionIsLost() {
		AtomicInteger runs = new AtomicInteger();
		Task task = this.tasks.startAndWait(request("outage"), (progress) -> {
			if (runs.incrementAndGet() == 1) {
				loseConnection();
			}
			return RESULT;
		}, PATIENCE);
		assertThat(runs).hasValue(2);
		assertThat(task.isDone()).isTrue();
		assertThat(task.interruptions()).isEqualTo(1);
	}

	@Test
	void givesPeopleTimeToFreeAFullDisk() {
		List<Long> runs = new CopyOnWriteArrayList<>();
		Task task = this.tasks.start(request("full disk"), (progress) -> {
			runs.add(System.nanoTime());
			if (runs.size() < 3) {
				this.database.jdbc().sql("COPY (SELECT 1) TO '/dev/full'").update();
			}
			return RESULT;
		});
		await().atMost(Duration.ofSeconds(60)).until(() -> this.tasks.get(task.id()).isDone());
		assertThat(this.tasks.get(task.id()).interruptions()).isEqualTo(2);
		assertThat(Duration.ofNanos(runs.get(1) - runs.get(0))).isGreaterThan(Duration.ofSeconds(1));
		assertThat(Duration.ofNanos(runs.get(2) - runs.get(1))).isGreaterThan(Duration.ofSeconds(4));
	}

	@Test
	void continuesThoughAnotherInstanceTookItForDead() {
		AtomicInteger runs = new AtomicInteger();
		Task task = this.tasks.startAndWait(request("taken for dead"), (progress) -> {
			if (runs.incrementAndGet() == 1) {
				stopHeartbeat(this.tasks.findRunning("taken for dead").orElseThrow().id(), 31);
				this.repository.interruptWithoutHeartbeat();
				loseConnection();
			}
			progress.at(1, 1);
			return RESULT;
		}, PATIENCE);
		assertThat(task.isDone()).isTrue();
	}

	@Test
	void doesNotCallAnInterruptedStepRejected() {
		AtomicInteger runs = new AtomicInteger();
		Task task = this.tasks.startAndWait(request("unknown"), (progress) -> {
			if (runs.incrementAndGet() == 1) {
				loseConnection();
			}
			throw Segment.notFound();
		}, PATIENCE);
		assertThat(task.state()).isEqualTo(TaskState.INTERRUPTED);
	}

	@Test
	void endsWhenTheDatabaseInterruptsItTooOften() {
		AtomicInteger runs = new AtomicInteger();
		Task task = this.tasks.startAndWait(request("hopeless"), (progress) -> {
			runs.incrementAndGet();
			loseConnection();
			return RESULT;
		}, PATIENCE);
		assertThat(task.state()).isEqualTo(TaskState.FAILED);
		assertThat(runs).hasValue(6);
	}

	@Test
	void startsNoTaskWithinATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.tasks.start(request("nested"), (progress) -> RESULT)));
	}

	private void loseConnection() {
		this.transaction.executeWithoutResult(
				(status) -> this.application.sql("SELECT pg_terminate_backend(pg_backend_pid())").query().listOfRows());
	}

	private TaskRequest request(@Nullable String key) {
		return request(TaskPool.SHORT, key);
	}

	private TaskRequest request(TaskPool pool, @Nullable String key) {
		return new TaskRequest(pool, "demo", "Subject", key, Accounts.ADMIN.id(), null, false);
	}

	private void stopHeartbeat(long id, int seconds) {
		this.database.jdbc()
			.sql("UPDATE tasks SET heartbeat_at = clock_timestamp() - make_interval(secs => :seconds) WHERE id = :id")
			.param("id", id)
			.param("seconds", seconds)
			.update();
	}

}
