package dev.segmentation.config.security;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class PurgeSessionsJobTests {

	@Autowired
	PurgeSessionsJob job;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void deletesOnlyExpiredSessions() {
		new Pages(this.api).signIn(TestAccount.VIEWER);
		Pages stays = new Pages(this.api).signIn(TestAccount.EDITOR);
		this.database.jdbc().sql("UPDATE sessions SET expiry_time = 1 WHERE principal_name = 'viewer'").update();
		this.job.run();
		assertThat(this.database.jdbc().sql("SELECT principal_name FROM sessions").query(String.class).list())
			.containsExactly("editor");
		assertThat(stays.get("/segments").statusCode()).isEqualTo(200);
	}

}
