package dev.segmentation.limit;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Another instance runs as many heavy acts of the editor as an account may.
 */
@HttpTest
class HeavyActTests {

	private static final String FILE = "/reports/file?year=2026&month=1";

	@Autowired
	Api api;

	@Autowired
	HeavyActRepository repository;

	@Autowired
	LimitProperties limits;

	@Autowired
	TestDatabase database;

	private final List<Long> begun = new ArrayList<>();

	@AfterEach
	void end() {
		this.begun.forEach(this.repository::end);
		await().until(() -> running() == 0);
	}

	@Test
	void refusesOneDownloadTooMany() {
		begin(HeavyAct.DOWNLOAD);
		Answer answer = this.api.as(TestAccount.EDITOR).get(FILE);
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.body()).isEqualTo("{\"error\":\"too many requests\"}");
		assertThat(answer.header("Retry-After")).isEqualTo("5");
		assertThat(this.api.as(TestAccount.ADMIN).get(FILE).status()).isEqualTo(200);
		assertThat(new Pages(this.api).signIn(TestAccount.EDITOR).get("/reports/history.csv").statusCode())
			.isEqualTo(429);
	}

	@Test
	void allowsTheNextDownloadAfterTheEndOfOne() {
		begin(HeavyAct.DOWNLOAD);
		this.repository.end(this.begun.getFirst());
		for (int download = 0; download < 3; download++) {
			await().until(() -> running() < this.limits.downloads());
			assertThat(this.api.as(TestAccount.EDITOR).get(FILE).status()).isEqualTo(200);
		}
	}

	@Test
	void forgetsTheActsOfADeadInstance() {
		begin(HeavyAct.DOWNLOAD);
		this.database.jdbc().sql("UPDATE heavy_acts SET seen_at = seen_at - interval '31 seconds'").update();
		assertThat(this.api.as(TestAccount.EDITOR).get(FILE).status()).isEqualTo(200);
	}

	@Test
	void countsTheActsOfALiveInstance() {
		HeavyActs instance = new HeavyActs(this.repository, this.limits);
		for (int act = 0; act < this.limits.downloads(); act++) {
			this.begun.add(instance.begin(HeavyAct.DOWNLOAD, editor()).orElseThrow());
		}
		this.database.jdbc().sql("UPDATE heavy_acts SET seen_at = seen_at - interval '31 seconds'").update();
		instance.watch();
		assertThat(this.api.as(TestAccount.EDITOR).get(FILE).status()).isEqualTo(429);
	}

	@Test
	void refusesLongListsButNoShortOnes() {
		this.database.jdbc()
			.sql("INSERT INTO segments (name) SELECT 'LONG-' || n FROM generate_series(1, 3000) n")
			.update();
		begin(HeavyAct.LIST);
		Api editor = this.api.as(TestAccount.EDITOR);
		assertThat(editor.get("/segments").status()).isEqualTo(429);
		assertThat(editor.get("/segments?limit=5").status()).isEqualTo(200);
		assertThat(this.api.as(TestAccount.VIEWER).get("/segments").status()).isEqualTo(200);
	}

	@Test
	void refusesOnePercentageTooManyButNoOtherSegment() {
		begin(HeavyAct.PERCENTAGE);
		String segment = "{\"name\": \"LIMITED\", \"assign_percent\": 50}";
		assertThat(this.api.as(TestAccount.EDITOR).post("/segments/create", segment).status()).isEqualTo(429);
		assertThat(this.api.as(TestAccount.EDITOR).post("/segments/create", "{\"name\": \"EMPTY\"}").status())
			.isEqualTo(201);
		assertThat(this.api.as(TestAccount.ADMIN).post("/segments/create", segment).status()).isEqualTo(201);
	}

	private void begin(HeavyAct act) {
		for (int number = 0; number < this.limits.atOnce(act); number++) {
			this.begun.add(this.repository.begin(act, editor(), this.limits.atOnce(act)).orElseThrow());
		}
	}

	private long editor() {
		return this.database.jdbc().sql("SELECT id FROM accounts WHERE login = 'editor'").query(Long.class).single();
	}

	private long running() {
		return this.database.jdbc().sql("SELECT count(*) FROM heavy_acts").query(Long.class).single();
	}

}
