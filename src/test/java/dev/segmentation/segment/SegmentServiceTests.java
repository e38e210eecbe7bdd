package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HttpTest
class SegmentServiceTests {

	@Autowired
	SegmentService segments;

	@Autowired
	TestDatabase database;

	@Test
	void findsTheDetailsOfASegment() {
		Sql.addUsers(jdbc(), 10);
		long id = this.segments
			.create(new CreateSegment("TOLD", "What it is for", new BigDecimal("100"), "Loyal customers"), editor());
		SegmentDetails details = this.segments.details(id);
		assertThat(details.name()).isEqualTo("TOLD");
		assertThat(details.description()).isEqualTo("What it is for");
		assertThat(details.assignPercent()).isEqualByComparingTo("100");
		assertThat(details.size()).isGreaterThanOrEqualTo(10);
		assertThat(details.changeToday()).isEqualTo(details.size());
		assertThat(details.createdBy()).isEqualTo("editor");
		assertThat(details.changedAt()).isAfter(details.createdAt());
		assertThat(details.version()).isOne();
	}

	@Test
	void countsTheChangesOfEachDay() {
		LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
		long id = Sql.addSegment(jdbc());
		jdbc().sql("UPDATE segments SET created_at = now() - interval '5 days' WHERE id = ?").param(id).update();
		expired(id, now().minus(2, ChronoUnit.DAYS));
		expired(id, now().minus(1, ChronoUnit.DAYS));
		long user = Sql.addUser(jdbc());
		Sql.addMemberships(jdbc(), user, id);
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), id);
		jdbc().sql("DELETE FROM memberships USING begin_act('page', 1, NULL) WHERE user_id = ?").param(user).update();
		assertThat(this.segments.days(id, 30)).containsExactly(new SegmentDay(today.minusDays(5), 0, 0, 0, 0),
				new SegmentDay(today.minusDays(4), 0, 0, 0, 0), new SegmentDay(today.minusDays(3), 0, 0, 0, 0),
				new SegmentDay(today.minusDays(2), 1, 0, 1, 0), new SegmentDay(today.minusDays(1), 1, 0, 1, 0),
				new SegmentDay(today, 2, 1, 0, 1));
		assertThat(this.segments.days(id, 2)).containsExactly(new SegmentDay(today.minusDays(1), 1, 0, 1, 0),
				new SegmentDay(today, 2, 1, 0, 1));
		assertThat(this.segments.details(id).changeToday()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0.01, 1", "50, 4", "57.14, 4", "57.15, 5", "100, 7" })
	void previewsAPercentage(String percent, long users) {
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		Sql.addUsers(jdbc(), 7);
		assertThat(this.segments.preview(new BigDecimal(percent))).isEqualTo(new PercentPreview(users, 7));
	}

	@Test
	void changesNameAndDescription() {
		long id = Sql.addSegment(jdbc());
		this.segments.change(new ChangeSegment(id, "RENAMED", "Described", 1, ""), Accounts.ADMIN);
		SegmentDetails details = this.segments.details(id);
		assertThat(List.of(details.name(), details.description(), details.version()))
			.isEqualTo(List.of("RENAMED", "Described", 2));
	}

	@Test
	void refusesAnOutdatedVersion() {
		long id = Sql.addSegment(jdbc());
		this.segments.change(new ChangeSegment(id, "FIRST ONE", "", 1, ""), Accounts.ADMIN);
		assertThatExceptionOfType(SegmentChangedException.class)
			.isThrownBy(() -> this.segments.change(new ChangeSegment(id, "SECOND ONE", "", 1, ""), Accounts.ADMIN));
		assertThat(this.segments.details(id).name()).isEqualTo("FIRST ONE");
	}

	@Test
	void refusesATakenName() {
		Sql.addSegment(jdbc(), "TAKEN", "0");
		long id = Sql.addSegment(jdbc());
		assertThatExceptionOfType(SegmentExistsException.class)
			.isThrownBy(() -> this.segments.change(new ChangeSegment(id, "TAKEN", "", 1, ""), Accounts.ADMIN));
	}

	@Test
	void refusesADeletedSegment() {
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.segments.details(-1));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.segments.days(-1, 30));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.segments.change(new ChangeSegment(-1, "NONE", "", 1, ""), Accounts.ADMIN));
	}

	private void expired(long segment, Instant at) {
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT ?, ?, CAST(? AS timestamptz) FROM begin_act('api', 1, NULL)
				""").params(Sql.addUser(jdbc()), segment, at.toString()).update();
	}

	private Instant now() {
		return jdbc().sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
	}

	private CurrentAccount editor() {
		long id = jdbc().sql("SELECT id FROM accounts WHERE login = 'editor'").query(Long.class).single();
		return new CurrentAccount(id, "editor", Role.EDITOR, null, 0);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
