package dev.segmentation.membership;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.ManyUsers;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The hot statements on 20,000 users in ten of 1,000 segments each: by which index they
 * go.
 */
@DatabaseTest
class MembershipPlanTests {

	private static final int USERS = 20_000;

	private static final long SEGMENT = 5;

	private final TestDatabase database;

	private final Plans plans;

	private final MembershipRepository memberships;

	private final MemberRepository members;

	private long user;

	MembershipPlanTests(TestDatabase database) throws SQLException {
		this.database = database;
		this.plans = new Plans(database);
		this.memberships = new MembershipRepository(this.plans.jdbc());
		this.members = new MemberRepository(this.plans.jdbc());
	}

	@BeforeEach
	void fill() {
		if (this.database.jdbc().sql("SELECT EXISTS (SELECT FROM users)").query(Boolean.class).single()) {
			return;
		}
		ManyUsers.insert(this.database, USERS);
		this.database.jdbc()
			.sql("INSERT INTO segments (id, name) SELECT n, 'SEGMENT ' || n FROM generate_series(1, 1000) AS n")
			.update();
		this.database.jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT u, s, CASE WHEN u % 100 = 0 THEN now() + u * interval '1 minute' END
				FROM begin_act('api', 1, NULL), generate_series(1, :users) AS u, generate_series(1, 10) AS s
				""").param("users", USERS).update();
		this.database.jdbc()
			.sql("INSERT INTO acts (kind, account_id) SELECT 'page', 1 FROM generate_series(1, :users)")
			.param("users", USERS)
			.update();
		Plans.analyze(this.database);
	}

	@Test
	void findsAUsersSegmentsByTheUsersKey() {
		assertPlans(this.plans.of(() -> this.memberships.findActiveSegments(next()))).readNoTableWhole()
			.use("users", "users_pkey")
			.use("memberships", "memberships_pkey")
			.use("segments", "segments_pkey");
	}

	@Test
	void changesAUsersMembershipsWithoutReadingAllOfAnything() {
		SegmentReferences segments = new SegmentReferences.Ids(List.of(11L, 12L));
		assertPlans(this.plans.of(() -> {
			long changed = next();
			this.memberships.add(changed, segments, new Ttl.For(Duration.ofDays(1)), ActKind.API, 1);
			this.memberships.remove(changed, segments, ActKind.API, 1);
		})).readNoTableWhole()
			.use("memberships", "memberships_pkey", "memberships_segment_id_user_id_idx")
			.use("users", "users_pkey");
	}

	@Test
	void findsWhatHasExpiredByItsEnd() {
		assertPlans(this.plans.of(() -> this.memberships.expire(1000))).readNoTableWhole()
			.use("memberships", "memberships_expires_at_idx");
	}

	@Test
	void pagesMembersByKey() {
		assertPlans(this.plans.of(() -> this.members.after(SEGMENT, next(), 50))).readNoTableWhole()
			.sortNothing()
			.use("memberships", "memberships_segment_id_user_id_idx");
		assertPlans(this.plans
			.of(() -> this.members.endingAfter(SEGMENT, new EndCursor(Instant.now().plusSeconds(next()), 0), 50)))
			.readNoTableWhole()
			.sortNothing()
			.use("memberships", "memberships_segment_id_expires_at_idx");
		assertPlans(this.plans.of(() -> this.members.findAll(SEGMENT, List.of(next(), next())))).readNoTableWhole();
	}

	/** Another user each time, as in life. */
	private long next() {
		this.user = this.user % USERS + 997;
		return this.user;
	}

}
