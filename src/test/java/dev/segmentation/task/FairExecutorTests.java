package dev.segmentation.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairExecutorTests {

	private static final long ANNA = 1;

	private static final long BORIS = 2;

	private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch release = new CountDownLatch(1);

	private final FairExecutor executor = new FairExecutor(1, Executors.defaultThreadFactory());

	@BeforeEach
	void occupyTheThread() {
		this.executor.execute(ANNA, () -> {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	@AfterEach
	void stop() {
		this.release.countDown();
		this.executor.close();
	}

	@Test
	void runsTheTasksOfAnAccountInTheirOrder() {
		start(ANNA, "a1", "a2", "a3");
		assertThat(end()).containsExactly("a1", "a2", "a3");
	}

	@Test
	void letsAnAccountWithManyTasksDelayOnlyItsOwn() {
		start(ANNA, "a1", "a2", "a3");
		start(BORIS, "b1", "b2");
		assertThat(end()).containsExactly("b1", "a1", "b2", "a2", "a3");
	}

	@Test
	void runsAWaitingTaskHoweverManyOthersFollow() {
		start(ANNA, "a1");
		start(BORIS, "b1", "b2", "b3", "b4");
		assertThat(end()).containsExactly("b1", "a1", "b2", "b3", "b4");
	}

	private void start(long account, String... names) {
		for (String name : names) {
			this.executor.execute(account, () -> this.ran.add(name));
		}
	}

	private List<String> end() {
		this.release.countDown();
		this.executor.close();
		return this.ran;
	}

}
