package dev.segmentation.attack;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Eight clients try passwords without a pause.
 */
record SignIns() implements Weapon {

	private static final int CLIENTS = 8;

	@Override
	public String use(Target target, Bystander bystander) throws InterruptedException {
		ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
		for (int client = 0; client < CLIENTS; client++) {
			clients.submit(() -> {
				while (!Thread.currentThread().isInterrupted()) {
					target.anonymous().post("/users/sign-in", "{\"login\": \"admin\", \"password\": \"guessed\"}");
				}
			});
		}
		bystander.stay();
		clients.shutdownNow();
		return CLIENTS + " parallel sign-ins";
	}

}
