package dev.segmentation.shared.web.page.layout;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class ColumnsPageTests {

	@Autowired
	Pages viewer;

	@Autowired
	TestDatabase database;

	@Test
	void areHiddenInTheirListAlone() {
		Sql.addUser(this.database.jdbc());
		Sql.addSegment(this.database.jdbc());
		HttpResponse<String> changed = this.viewer.post("/preferences", Map.of("columns", "USERS", "shown", "id"),
				"Referer", "https://elsewhere.example/users?q=a");
		assertThat(changed.headers().firstValue("Location"))
			.hasValueSatisfying((url) -> assertThat(url).endsWith("/users?q=a").doesNotContain("elsewhere"));
		assertThat(this.viewer.get("/users").body()).contains("data-hidden=\"email external registered\"",
				"name=\"shown\" value=\"id\" checked", "name=\"shown\" value=\"email\">");
		assertThat(this.viewer.get("/users", "HX-Request", "true").body())
			.contains("data-hidden=\"email external registered\"");
		assertThat(this.viewer.get("/segments").body()).contains("data-column=\"size\"").doesNotContain("data-hidden");
	}

	@Test
	void haveToBelongToAList() {
		assertThat(this.viewer.post("/preferences", Map.of("columns", "ACCOUNTS")).statusCode()).isEqualTo(404);
	}

}
