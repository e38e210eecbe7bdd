package dev.segmentation.shared.web.page.layout;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HiddenColumnsTests {

	private final HiddenColumns hidden = new HiddenColumns(Set.of("users.email", "users.id", "history.when", "x", ""));

	@Test
	void areThoseOfOneList() {
		assertThat(this.hidden.hiddenIn(ListColumns.USERS)).isEqualTo("id email");
		assertThat(this.hidden.hiddenIn(ListColumns.SEGMENTS)).isNull();
		assertThat(this.hidden.choices(ListColumns.USERS)).filteredOn(HiddenColumns.Choice::shown)
			.extracting(HiddenColumns.Choice::name)
			.containsExactly("external", "registered");
	}

	@Test
	void keepThoseOfOtherListsAfterAChange() {
		assertThat(this.hidden.change(ListColumns.USERS, Set.of("id", "email", "external")))
			.isEqualTo("history.when_users.registered");
		assertThat(this.hidden.change(ListColumns.HISTORY, Set.of("source", "when", "unknown")))
			.isEqualTo("users.id_users.email");
		assertThat(
				new HiddenColumns(Set.of()).change(ListColumns.SEGMENTS, Set.of("size", "share", "percent", "changed")))
			.isEmpty();
	}

}
