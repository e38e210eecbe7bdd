package dev.segmentation.config.database;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server has no space for any change. It gets the error from the system, which
 * accepts no byte for {@code /dev/full}.
 */
@HttpTest
class FullDiskTests {

	@Autowired
	Api server;

	@Autowired
	TestDatabase database;

	private Api api;

	private Pages pages;

	private HttpResponse<String> form;

	@BeforeEach
	void signInAndFill() {
		this.api = this.server.as(TestAccount.ADMIN);
		this.pages = new Pages(this.server).signIn(TestAccount.ADMIN);
		this.form = this.pages.get("/segments/new");
		this.database.jdbc().sql("""
				CREATE FUNCTION write_to_full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
				    COPY (SELECT 1) TO '/dev/full';
				    RETURN NULL;
				END $$
				""").update();
		forEachTable((table) -> this.database.jdbc().sql("""
				CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON %s EXECUTE FUNCTION write_to_full_disk()
				""".formatted(table)).update());
	}

	@AfterEach
	void free() {
		this.database.jdbc().sql("DROP FUNCTION IF EXISTS write_to_full_disk CASCADE").update();
	}

	private void forEachTable(Consumer<String> action) {
		this.database.jdbc()
			.sql("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')")
			.query(String.class)
			.list()
			.forEach(action);
	}

	@Test
	void refusesAForm() {
		HttpResponse<String> page = create("REFUSED", "Accept-Language", "en");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
		assertThat(page.body()).contains("The disk is full", "Nothing was changed.")
			.doesNotContain("The database can’t be reached", "Send form again");
		assertThat(create("REFUSED", "Accept-Language", "ru").body()).contains("На диске нет места",
				"Ничего не изменилось.");
	}

	@Test
	void refusesAFormOfHtmx() {
		HttpResponse<String> toast = create("REFUSED", "HX-Request", "true");
		assertThat(toast.statusCode()).isEqualTo(503);
		assertThat(toast.body()).contains("toast-error", "The disk is full. Nothing was changed.")
			.doesNotContain("<html");
	}

	@Test
	void refusesAnUpload() {
		HttpResponse<String> page = this.pages.upload("/users/import", "file", "users.csv",
				"login,email\na,a@example.com\n".getBytes(StandardCharsets.UTF_8));
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The disk is full", "Nothing was changed.");
	}

	@Test
	void refusesASignIn() {
		HttpResponse<String> page = this.pages.postFrom(this.form, "/login",
				Map.of("username", TestAccount.ADMIN.login(), "password", TestAccount.PASSWORD));
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The disk is full");
	}

	@Test
	void refusesACall() {
		Answer answer = this.api.post("/segments/create", "{\"name\": \"REFUSED\"}");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isEqualTo("5");
		assertThat(answer.body())
			.isEqualTo("{\"error\":\"service unavailable\",\"detail\":\"The disk is full. Nothing was changed.\"}");
	}

	@Test
	void showsPagesAndAnswersReads() {
		for (String path : List.of("/", "/segments", "/users", "/history", "/reports", "/segments/new")) {
			assertThat(this.pages.get(path).statusCode()).as(path).isEqualTo(200);
		}
		assertThat(this.api.get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void acceptsTheSameFormWhenThereIsSpace() {
		assertThat(create("SECOND").statusCode()).isEqualTo(503);
		free();
		assertThat(create("SECOND").statusCode()).isEqualTo(302);
		assertThat(this.api.post("/segments/create", "{\"name\": \"THIRD\"}").status()).isEqualTo(201);
	}

	private HttpResponse<String> create(String name, String... headers) {
		return this.pages.postFrom(this.form, "/segments/new", Map.of("name", name, "_key", name), headers);
	}

}
