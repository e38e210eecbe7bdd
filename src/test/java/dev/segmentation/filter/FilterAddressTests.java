package dev.segmentation.filter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilterAddressTests {

	@ParameterizedTest
	@CsvSource({ "/users?q=anna, USERS, /users?q=anna", "/users?at=17&q=anna&evil=1, USERS, /users?q=anna",
			"/segments?order=desc&sort=size&search=a%26b, SEGMENTS, /segments?search=a%26b&sort=size&order=desc",
			"/segments/7?ends=week&q=, MEMBERS, /segments/7?ends=week", "/segments/7, MEMBERS, /segments/7",
			"/history?cause=api&month=2026-11&cause=page, HISTORY, /history?month=2026-11&cause=api&cause=page",
			"/ends?within=day#top, ENDS, /ends?within=day", "/audit?q=%D0%90%20b, AUDIT, /audit?q=%D0%90%20b" })
	void keepsOnlyTheFiltersOfTheList(String local, FilteredList list, String url) {
		assertThat(FilterAddress.parse(local)).get()
			.returns(list, FilterAddress::list)
			.returns(url, FilterAddress::url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/segments/7/history?q=a", "/segments/new?q=a", "/reports", "/users/7?q=a", "",
			"/segments/9999999999999999999" })
	void knowsNoOtherPages(String local) {
		assertThat(FilterAddress.parse(local)).isEmpty();
	}

	@Test
	void savesNeitherNothingNorLongTexts() {
		assertThat(FilterAddress.parse("/users").orElseThrow().isSavable()).isFalse();
		assertThat(FilterAddress.parse("/users?q=" + "a".repeat(1998)).orElseThrow().isSavable()).isTrue();
		assertThat(FilterAddress.parse("/users?q=" + "a".repeat(1999)).orElseThrow().isSavable()).isFalse();
	}

}
