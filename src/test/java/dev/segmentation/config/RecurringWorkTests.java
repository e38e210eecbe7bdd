package dev.segmentation.config;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.segmentation.account.attempt.FailedSignIns;
import dev.segmentation.account.token.TokenUses;
import dev.segmentation.config.metrics.DatabaseMetrics;
import dev.segmentation.history.MakePartitionsJob;
import dev.segmentation.limit.HeavyActs;
import dev.segmentation.membership.ExpireMembershipsJob;
import dev.segmentation.report.DriveWithdrawals;
import dev.segmentation.report.RecurringReportsJob;
import dev.segmentation.segment.FoldSegmentChangesJob;
import dev.segmentation.shared.Purge;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.task.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ErrorHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class RecurringWorkTests {

	@Autowired
	RecurringWork work;

	@Autowired
	ThreadPoolTaskScheduler scheduler;

	@Autowired
	ErrorHandler errors;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void deletesExpiredSessionsOnly() {
		new Pages(this.api).signIn(TestAccount.VIEWER);
		Pages stays = new Pages(this.api).signIn(TestAccount.EDITOR);
		sql("UPDATE sessions SET expiry_time = 1 WHERE principal_name = 'viewer'");
		this.work.purge();
		assertThat(texts("SELECT principal_name FROM sessions")).containsExactly("editor");
		assertThat(stays.get("/segments").statusCode()).isEqualTo(200);
	}

	@Test
	void deletesExpiredRefreshTokensOnly() {
		sql("""
				INSERT INTO refresh_tokens (token_hash, family, account_id, expires_at)
				SELECT sha256(convert_to(login, 'UTF8')), gen_random_uuid(), id,
				       now() + CASE login WHEN 'viewer' THEN interval '-1 second' ELSE interval '1 hour' END
				FROM accounts WHERE login IN ('viewer', 'editor')
				""");
		this.work.purge();
		assertThat(texts("SELECT login FROM refresh_tokens JOIN accounts ON id = account_id")).contains("editor")
			.doesNotContain("viewer");
	}

	@Test
	void deletesTasksThatEndedThirtyDaysAgo() {
		sql("""
				INSERT INTO tasks (kind, subject, state, finished_at)
				SELECT 'demo', subject, 'FAILED', now() - age
				FROM (VALUES ('old', interval '31 days'), ('recent', interval '29 days')) AS ended (subject, age)
				""");
		this.work.purge();
		assertThat(texts("SELECT subject FROM tasks WHERE kind = 'demo'")).containsExactly("recent");
	}

	@Test
	void continuesAfterAFailedPurge(CapturedOutput log, @Autowired ExpireMembershipsJob memberships,
			@Autowired FoldSegmentChangesJob sizes, @Autowired MakePartitionsJob history, @Autowired TaskService tasks,
			@Autowired HeavyActs heavyActs, @Autowired TokenUses tokenUses, @Autowired FailedSignIns failedSignIns,
			@Autowired DriveWithdrawals withdrawals, @Autowired RecurringReportsJob reports,
			@Autowired DatabaseMetrics metrics) {
		AtomicInteger runs = new AtomicInteger();
		Purge failing = () -> {
			throw new QueryTimeoutException("database away");
		};
		new RecurringWork(memberships, sizes, history, tasks, heavyActs, tokenUses, failedSignIns, withdrawals, reports,
				List.of(failing, runs::incrementAndGet), metrics, this.errors)
			.purge();
		assertThat(runs).hasValue(1);
		assertThat(log).contains("Recurring work failed. The next run will try again: database away")
			.doesNotContain("QueryTimeoutException");
	}

	@Test
	void logsTheStackTraceOfAnUnexpectedError(CapturedOutput log) {
		this.scheduler.execute(() -> {
			throw new IllegalStateException("a defect");
		});
		await().untilAsserted(() -> assertThat(log).contains("Recurring work failed. The next run will try again.",
				"java.lang.IllegalStateException: a defect", "at dev.segmentation.config.RecurringWorkTests"));
	}

	private void sql(String sql) {
		this.database.jdbc().sql(sql).update();
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

}
