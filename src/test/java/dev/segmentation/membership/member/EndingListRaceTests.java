package dev.segmentation.membership.member;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.database.Backend;
import dev.segmentation.shared.Page;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests the list of ending memberships when an end is removed between its two queries.
 */
@HttpTest
class EndingListRaceTests {

	private static final MemberFilter ENDING = MemberFilter.ALL.ordered(MemberOrder.END);

	@Autowired
	MemberService members;

	@Autowired
	TestDatabase database;

	@Test
	void continuesAfterTheMemberWhoseEndWasRemoved() throws SQLException {
		long segment = Sql.addSegment(jdbc());
		Sql.addUsers(jdbc(), 60);
		List<Long> users = add(segment);
		try (Backend reader = new Backend(this.database)) {
			// Only the second query reads accounts.
			reader.jdbc().sql("LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE").update();
			CompletableFuture<Page<Member>> listing = CompletableFuture
				.supplyAsync(() -> this.members.list(segment, ENDING, null));
			await().until(() -> listing.isDone() || isBlocked());
			jdbc().sql("SELECT change_expiry(:segment, ARRAY[:user]::bigint[], NULL, NULL, NULL)")
				.param("segment", segment)
				.param("user", users.get(49))
				.query()
				.singleRow();
			assertThat(listing).isNotDone();
			reader.commit();
			Page<Member> first = listing.join();
			assertThat(ids(first)).isEqualTo(users.subList(0, 50));
			assertThat(ids(this.members.list(segment, ENDING, first.next()))).isEqualTo(users.subList(50, 60));
		}
	}

	private List<Long> add(long segment) {
		return jdbc().sql("""
				WITH act AS MATERIALIZED (SELECT begin_act('page', 1, NULL))
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT u.id, :segment, now() + interval '1 day' + u.id * interval '1 second' FROM act, users AS u
				WHERE u.login LIKE 'bulk-%' ORDER BY u.id
				RETURNING user_id
				""").param("segment", segment).query(Long.class).list();
	}

	private boolean isBlocked() {
		return jdbc().sql("""
				SELECT EXISTS (SELECT FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database
				    WHERE d.datname = current_database() AND l.relation = 'accounts'::regclass AND NOT l.granted)
				""").query(Boolean.class).single();
	}

	private static List<Long> ids(Page<Member> page) {
		return page.items().stream().map(Member::userId).toList();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
