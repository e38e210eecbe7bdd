package dev.segmentation.task.web;

import java.net.http.HttpResponse;
import java.time.Duration;

import dev.segmentation.segment.Segment;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.task.PausedWork;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskPool;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;
import dev.segmentation.task.TaskWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HttpTest
class TaskPageTests {

	@Autowired
	Api api;

	@Autowired
	TaskService tasks;

	@Autowired
	TestDatabase database;

	@RegisterExtension
	final PausedWork work = new PausedWork();

	@Autowired
	Pages viewer;

	@Test
	void showsTheProgressAndThenTheResult() {
		Task task = start((progress) -> {
			progress.at(1_500, 3_000);
			return this.work.pause(TaskResult.of("/users/import?x=1", "imports.done", 3_000));
		});
		await().until(() -> this.tasks.get(task.id()).reached() > 0);
		assertThat(this.viewer.get(task.url()).body())
			.contains("Importing users from &lt;a&gt;.csv", "1,500 of 3,000", "value=\"1500\"", "max=\"3000\"",
					"hx-get=\"" + task.url() + "\"", "<noscript><meta http-equiv=\"refresh\"")
			.doesNotContain("class=\"alert ");
		HttpResponse<String> poll = this.viewer.get(task.url(), "HX-Request", "true");
		assertThat(poll.body()).startsWith("<section id=\"task\"").contains("1,500 of 3,000").doesNotContain("<html");
		assertThat(this.viewer.get("/tasks").body()).contains("Running", task.url());
		this.work.goOn();
		await().until(() -> this.tasks.get(task.id()).isDone());
		HttpResponse<String> last = this.viewer.get(task.url(), "HX-Request", "true");
		assertThat(last.headers().firstValue("HX-Redirect")).contains("/users/import?x=1");
		assertThat(this.viewer.get("/users/import?x=1").body()).contains("3,000 users imported.");
		assertThat(this.viewer.get("/users/import?x=1").body()).doesNotContain("users imported.");
	}

	@Test
	void redirectsToTheResultWithoutJavaScript() {
		Task task = this.tasks.startAndWait(request(), (progress) -> TaskResult.of("/users/import", "imports.done", 1),
				Duration.ofSeconds(20));
		HttpResponse<String> answer = this.viewer.get(task.url());
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/users/import");
		assertThat(this.viewer.get("/users/import").body()).contains("1 user imported.");
	}

	@Test
	void showsNoTotalWhileItIsUnknown() {
		Task task = start((progress) -> this.work.pause(TaskResult.of("/", "imports.discarded")));
		await().until(() -> !this.tasks.get(task.id()).isWaiting());
		assertThat(this.viewer.get(task.url()).body()).contains("Working…").doesNotContain("max=");
	}

	@Test
	void showsWhyATaskHasNoResult() {
		Task failed = this.tasks.startAndWait(request(), (progress) -> {
			throw new IllegalStateException("not for readers");
		}, Duration.ofSeconds(20));
		String body = this.viewer.get(failed.url()).body();
		assertThat(body).contains("Something went wrong", "" + failed.reference())
			.doesNotContain("not for readers", "hx-trigger=\"every 1s\" hx-get");
		Task refused = start((progress) -> {
			this.work.pause(TaskResult.of("/"));
			throw Segment.notFound();
		});
		this.work.goOn();
		await().until(() -> !this.tasks.get(refused.id()).isRunning());
		assertThat(this.viewer.get(refused.url()).body()).contains("The task was rejected",
				"This segment no longer exists.");
		this.database.jdbc().sql("UPDATE tasks SET state = 'INTERRUPTED' WHERE id = ?").param(failed.id()).update();
		assertThat(this.viewer.get(failed.url()).body()).contains("The task was interrupted",
				"href=\"/users/imports/7\"");
		assertThat(this.viewer.get("/tasks").body()).contains("Interrupted", "Rejected");
		assertThat(this.viewer.get("/tasks", "HX-Request", "true").body()).startsWith("<div id=\"table\"");
	}

	@Test
	void speaksRussian() {
		Task task = start((progress) -> {
			progress.at(1_500, 3_000);
			return this.work.pause(TaskResult.of("/users/import", "imports.done", 2));
		});
		await().until(() -> this.tasks.get(task.id()).reached() > 0);
		assertThat(this.viewer.get(task.url(), "Accept-Language", "ru").body()).contains("1\u00A0500 из 3\u00A0000",
				"Импорт пользователей");
		this.work.goOn();
		await().until(() -> this.tasks.get(task.id()).isDone());
		this.viewer.get(task.url(), "Accept-Language", "ru");
		assertThat(this.viewer.get("/users/import", "Accept-Language", "ru").body())
			.contains("Импортировано 2 пользователя.");
	}

	@Test
	void answersNotFoundForAnUnknownTask() {
		assertThat(this.viewer.get("/tasks/4711").statusCode()).isEqualTo(404);
		assertThat(new Pages(this.api).get("/tasks").statusCode()).isEqualTo(302);
	}

	private Task start(TaskWork work) {
		return this.tasks.start(request(), work);
	}

	private TaskRequest request() {
		return new TaskRequest(TaskPool.SHORT, "users-import", "<a>.csv", null, Accounts.EDITOR.id(),
				"/users/imports/7", false);
	}

}
