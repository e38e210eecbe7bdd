package dev.segmentation.task;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.awaitility.Awaitility.await;

/**
 * The work of a task that goes on only when the test allows it. After the test, all work
 * goes on and ends.
 */
public final class PausedWork implements AfterEachCallback {

	private final CountDownLatch goOn = new CountDownLatch(1);

	/**
	 * Waits until the work may go on.
	 * @return the result of the work
	 */
	public TaskResult pause(TaskResult result) {
		try {
			this.goOn.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return result;
	}

	/**
	 * Lets the work go on.
	 */
	public void goOn() {
		this.goOn.countDown();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		goOn();
		TaskService tasks = SpringExtension.getApplicationContext(context).getBean(TaskService.class);
		await().until(() -> tasks.running().isEmpty());
	}

}
