package dev.segmentation.attack;

import java.io.IOException;

/**
 * Ten readers request a large list, and do not read the answer.
 */
final class SlowLists implements Weapon {

	private static final int READERS = 10;

	private static final int USERS = 300_000;

	private long segment;

	@Override
	public void prepare(Target target) {
		this.segment = target.addMembers(USERS);
	}

	@Override
	public String use(Target target, Bystander bystander) throws IOException, InterruptedException {
		for (int n = 0; n < READERS; n++) {
			target.request("/api/v1/segments/active_users?segment_id=" + this.segment);
		}
		bystander.stay();
		return "%d slow readers of %d users".formatted(READERS, USERS);
	}

}
