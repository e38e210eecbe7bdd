package dev.segmentation.history;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTests {

	@Test
	void anEmptyListIsNotAll() {
		Selection nothing = Selection.only(List.of());
		assertThat(nothing.isAll()).isFalse();
		assertThat(nothing.sqlArray()).isEmpty();
		assertThat(nothing).isNotEqualTo(Selection.all());
	}

	@Test
	void allHasNoList() {
		assertThat(Selection.all().isAll()).isTrue();
		assertThat(Selection.all().sqlArray()).isNull();
	}

}
