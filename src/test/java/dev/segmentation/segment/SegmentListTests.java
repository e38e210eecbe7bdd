package dev.segmentation.segment;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HttpTest
class SegmentListTests {

	@Autowired
	SegmentService segments;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void onlyThese() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		long small = Sql.addSegment(jdbc(), "beta", "0");
		long big = Sql.addSegment(jdbc(), "ALPHA", "0");
		Sql.addSegment(jdbc(), "Скидка 50%_", "0");
		jdbc().sql("UPDATE segments SET name = 'FIRST_NAME' WHERE id = ?").param(small).update();
		jdbc().sql("UPDATE segments SET name = 'beta' WHERE id = ?").param(small).update();
		jdbc().sql("UPDATE segments SET description = 'For the NEW checkout' WHERE id = ?").param(small).update();
		long user = Sql.addUser(jdbc());
		Sql.addMemberships(jdbc(), user, big);
		for (int n = 1; n < 12; n++) {
			Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), big);
		}
		Sql.addMemberships(jdbc(), user, small);
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), small);
	}

	@ParameterizedTest
	@CsvSource({ "NAME, false, 'ALPHA,beta,Скидка 50%_'", "NAME, true, 'Скидка 50%_,beta,ALPHA'",
			"SIZE, true, 'ALPHA,beta,Скидка 50%_'", "SIZE, false, 'Скидка 50%_,beta,ALPHA'",
			"CHANGED, true, 'beta,ALPHA,Скидка 50%_'", "CHANGED, false, 'Скидка 50%_,ALPHA,beta'" })
	void sortsByEachColumn(SegmentSort sort, boolean descending, String names) {
		assertThat(names(page(new SegmentFilter("", sort, descending, false), null, 10)))
			.containsExactly(names.split(","));
	}

	@ParameterizedTest
	@CsvSource({ "BET, beta", "checkOUT, beta", "СКИДКА, Скидка 50%_", "%_, Скидка 50%_", "alpha, ALPHA",
			"checkout bet, beta", "first_na, beta" })
	void searchesNamesEarlierNamesAndDescriptionsInAnyCase(String query, String name) {
		SegmentList page = page(new SegmentFilter(query, SegmentSort.NAME, false, false), null, 10);
		assertThat(names(page)).containsExactly(name);
		assertThat(page.matching()).isOne();
		assertThat(page.total()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gamma", "a%a", "b_ta", "'" })
	void findsOnlyMatchingSegments(String query) {
		SegmentList page = page(new SegmentFilter(query, SegmentSort.NAME, false, false), null, 10);
		assertThat(page.page().items()).isEmpty();
		assertThat(page.matching()).isZero();
		assertThat(page.total()).isEqualTo(3);
		assertThat(page.page().previous()).isNull();
		assertThat(page.page().next()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "NAME, false", "NAME, true", "SIZE, false", "SIZE, true", "CHANGED, false", "CHANGED, true" })
	void pagesForwardAndBack(SegmentSort sort, boolean descending) {
		for (int n = 0; n < 8; n++) {
			Sql.addSegment(jdbc(), "MANY " + n, "0");
		}
		SegmentFilter filter = new SegmentFilter("", sort, descending, false);
		List<String> all = names(page(filter, null, 100));
		assertThat(all).hasSize(11);
		List<String> forth = new ArrayList<>();
		SegmentList page = page(filter, null, 4);
		assertThat(page.page().previous()).isNull();
		forth.addAll(names(page));
		while (page.page().next() != null) {
			page = page(filter, page.page().next(), 4);
			assertThat(page.before()).isEqualTo(forth.size());
			forth.addAll(names(page));
		}
		assertThat(forth).isEqualTo(all);
		assertThat(page.page().items()).hasSize(3);
		page = page(filter, page.page().previous(), 4);
		assertThat(names(page)).isEqualTo(all.subList(4, 8));
		assertThat(page.before()).isEqualTo(4);
		assertThat(page.page().next()).isNotNull();
		page = page(filter, page.page().previous(), 4);
		assertThat(names(page)).isEqualTo(all.subList(0, 4));
		assertThat(page.page().previous()).isNull();
		assertThat(page.page().next()).isNotNull();
	}

	@Test
	void showsTheFirstPageAfterDeletions() {
		SegmentFilter filter = SegmentFilter.ALL;
		assertThat(names(page(filter, Cursor.after("name", "яяя", 1), 2))).containsExactly("ALPHA", "beta");
		assertThat(names(page(filter, Cursor.after("name", "beta", 0).reversed(), 2))).containsExactly("ALPHA", "beta");
	}

	@Test
	void refusesTheCursorOfAnotherSort() {
		SegmentFilter bySize = new SegmentFilter("", SegmentSort.SIZE, false, false);
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> page(bySize, Cursor.after("name", "beta", 1), 2));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> page(bySize, Cursor.after("size", "beta", 1), 2));
	}

	private SegmentList page(SegmentFilter filter, @Nullable Cursor cursor, int limit) {
		return this.segments.list(filter, cursor, limit);
	}

	private static List<String> names(SegmentList page) {
		return page.page().items().stream().map(SegmentSummary::name).toList();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
