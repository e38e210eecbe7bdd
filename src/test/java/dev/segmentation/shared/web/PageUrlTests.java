package dev.segmentation.shared.web;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.PageUrl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageUrlTests {

	private static final PageUrl URL = PageUrl.of("/history")
		.with("segment", "A&B {x}+")
		.with("cause", List.of("api", "page"))
		.with("account", "")
		.with("month", null);

	@Test
	void leavesOutEmptyFilters() {
		assertThat(URL.first()).isEqualTo("/history?segment=A%26B%20%7Bx%7D%2B&cause=api&cause=page");
		assertThat(PageUrl.of("/segments").with("search", "").first()).isEqualTo("/segments");
	}

	@Test
	void keepsTheFiltersOnEveryPage() {
		Cursor cursor = Cursor.after(7);
		Page<String> page = new Page<>(List.of("x"), cursor.reversed(), cursor);
		assertThat(URL.links(page, cursor)).satisfies((links) -> {
			assertThat(links.first()).isEqualTo(URL.first());
			assertThat(links.self()).isEqualTo(links.next()).isEqualTo(URL.first() + "&at=" + cursor);
			assertThat(links.previous()).isEqualTo(URL.first() + "&at=" + cursor.reversed());
		});
		assertThat(URL.links(Page.empty(), null)).satisfies((links) -> {
			assertThat(links.self()).isEqualTo(links.first());
			assertThat(links.previous()).isNull();
			assertThat(links.next()).isNull();
		});
	}

}
