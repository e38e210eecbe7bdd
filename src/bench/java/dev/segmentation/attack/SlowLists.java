package dev.segmentation.attack;

import java.io.IOException;

import dev.segmentation.support.Sql;

/**
 * Ten readers request a large list, and do not read the answer.
 */
record SlowLists() implements Weapon {

	private static final int READERS = 10;

	private static final int USERS = 300_000;

	@Override
	public String use(Target target, Bystander bystander) throws IOException {
		long segment = Sql.addSegment(target.jdbc());
		Sql.addUsers(target.jdbc(), USERS);
		target.jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT users.id, :segment FROM begin_act('api', 1, NULL), users
				""").param("segment", segment).update();
		bystander.watch();
		for (int n = 0; n < READERS; n++) {
			target.send("GET /api/v1/segments/active_users?segment_id=%d HTTP/1.1\r\nHost: localhost\r\n".formatted(segment)
					+ "Authorization: Bearer %s\r\n\r\n".formatted(target.staff().token()));
		}
		bystander.stay();
		return "%d slow readers of %d users".formatted(READERS, USERS);
	}

}
