package dev.segmentation.support;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Imports files of users through the pages.
 */
public final class Imports {

	/**
	 * Users whose ids, logins and external ids are easy to confuse; their ids are 1 to
	 * 16.
	 */
	public static final String CONFUSABLE = """
			login,email,external_id
			anna,anna@example.com,c-1
			boris,boris@example.com,c-2
			clara,clara@example.com,c-3
			david,david@example.com,c-4
			elena,elena@example.com,5001
			fedor,fedor@example.com,3
			gleb,gleb@example.com,007
			12,twelve@example.com,c-8
			"Smith, John",smith@example.com,c-9
			mike,mike@example.com,c-10
			nora,nora@example.com,c-11
			tagged,x+tag@example.com,c-12
			Anna Smith,annasmith@example.com,c-14
			smith,smith1@example.com,c-15
			hana,hana@example.com,002
			Jos\u00E9,jose@example.com,c-17
			""";

	private Imports() {
	}

	/**
	 * Imports users into a database without users.
	 */
	public static void load(Pages editor, String content) {
		confirm(editor, upload(editor, "users.csv", content), Map.of());
	}

	/**
	 * Uploads a file in UTF-8.
	 * @return the address of its dry run
	 */
	public static String upload(Pages editor, String name, String content) {
		return upload(editor, name, content.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Uploads a file.
	 * @return the address of its dry run
	 */
	public static String upload(Pages editor, String name, byte[] content) {
		return follow(editor, editor.upload("/users/import", "file", name, content));
	}

	/**
	 * Confirms a dry run and waits for the end of the import.
	 */
	public static void confirm(Pages editor, String page, Map<String, String> form) {
		assertThat(follow(editor, editor.post(page, form))).isEqualTo(page);
	}

	/**
	 * Waits for the end of a task. An answer to short work names its result at once.
	 * @return the address that the task leads to
	 */
	public static String follow(Pages pages, HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		String task = location(answer);
		if (!task.startsWith("/tasks/")) {
			return task;
		}
		await().until(() -> pages.get(task).statusCode() == 302);
		return location(pages.get(task));
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
	}

}
