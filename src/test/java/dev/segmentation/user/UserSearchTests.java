package dev.segmentation.user;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class UserSearchTests {

	private final JdbcClient jdbc;

	private final UserSearch search;

	UserSearchTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.search = new UserSearch(new UserSearchRepository(this.jdbc));
	}

	@BeforeEach
	void addUsers() {
		this.jdbc.sql("""
				INSERT INTO users (id, login, email, external_id) VALUES
				(9001, 'Ольга', 'sergey@example.com', NULL),
				(10001, 'anna', 'a.karenina@example.com', '10003'),
				(10002, 'Anna.Smith', 'smith@example.com', 'Crm-2'),
				(10003, 'boris', 'ANNABEL@example.com', NULL),
				(10004, '10001', 'number@example.com', 'anna'),
				(10005, 'a%b_c\\d', 'wild@example.com', NULL),
				(10006, 'Ёлка 🦊', 'tree@example.com', NULL),
				(10007, 'annab', 'zoe@example.com', NULL),
				(10008, 'yuri', 'anna-yuri@example.com', NULL)
				ON CONFLICT DO NOTHING
				""").update();
	}

	@ParameterizedTest
	@CsvSource({ "10002, 10002, ID", "Crm-2, 10002, EXTERNAL_ID", "BORIS, 10003, LOGIN",
			"annabel@EXAMPLE.com, 10003, EMAIL", "ёлка 🦊, 10006, LOGIN" })
	void findsAUserByEachUniqueField(String text, long id, UserField by) {
		assertThat(this.search.list(text, null, 50).items()).singleElement().satisfies((match) -> {
			assertThat(match.user().id()).isEqualTo(id);
			assertThat(match.by()).containsExactly(by);
		});
	}

	@Test
	void findsAllUsersWithANumberTheIdFirst() {
		assertThat(texts("10001")).containsExactly("10001[ID]", "10004[LOGIN]");
		assertThat(texts("10003")).containsExactly("10003[ID]", "10001[EXTERNAL_ID]");
	}

	@Test
	void listsExactMatchesThenLoginsThenEmailAddressesThatStartWithTheText() {
		assertThat(texts("anna")).containsExactly("10004[EXTERNAL_ID]", "10001[LOGIN]", "10002[]", "10007[]", "10008[]",
				"10003[]");
		assertThat(this.search.suggest("anna", 3)).extracting((match) -> match.user().id())
			.containsExactly(10_004L, 10_001L, 10_002L);
	}

	@ParameterizedTest
	@CsvSource({ "karen, 10001", "SMITH@Ex, 10002", "crm-, 10002", "ild@EX, 10005", "ЛКА, 10006", "zoe@, 10007",
			"nna-Yu, 10008", "kareni_a, ", "karen%, ", "ri, ", "o-i, ", "karenina  ANNA, 10001", "smith a.na, ",
			"anna smith x.com, ", "елк, 10006", "ELKA, 10006", "Сми, 10002", "olga, 9001", "СЕРГЕЙ, 9001" })
	void findsAUserByThreeCharactersWithinAField(String text, Long id) {
		assertThat(this.search.suggest(text, 10)).filteredOn((match) -> !match.alike())
			.extracting((match) -> match.user().id())
			.isEqualTo((id != null) ? List.of(id) : List.of());
	}

	@ParameterizedTest
	@CsvSource({ "borsi, 10003", "annabl, 10003", "karenima anna, 10001", "wlid, 10005", "Смитх аннна, 10002", "zzzz, ",
			"xbxoxrxixs, ", "karennia, 10001", "kareinna, 10001", "areninaa, 10001", "karenuno, ",
			"smith@exmaple, 10002", "ana smith, 10002", "ana smihh, ", "zzz, " })
	void findsSimilarUsersWhenNobodyMatches(String text, Long id) {
		assertThat(this.search.suggest(text, 1)).allMatch(UserMatch::alike)
			.extracting((match) -> match.user().id())
			.isEqualTo((id != null) ? List.of(id) : List.of());
		assertThat(this.search.list(text, null, 50).next()).isNull();
	}

	@Test
	void listsBeginningsBeforeParts() {
		assertThat(texts("ann")).containsExactly("10001[]", "10002[]", "10007[]", "10008[]", "10003[]", "10004[]");
		assertThat(texts("nna")).containsExactly("10001[]", "10002[]", "10003[]", "10004[]", "10007[]", "10008[]");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void findsBeginningsWithoutTheExtension(CapturedOutput output) {
		PartSearchNotice notice = new PartSearchNotice(new UserSearchRepository(this.jdbc));
		notice.check();
		assertThat(output).doesNotContain("finds users only by the beginning");
		this.jdbc.sql("ALTER INDEX users_search_idx RENAME TO other_idx").update();
		try {
			assertThat(texts("nna")).isEmpty();
			assertThat(texts("bor")).containsExactly("10003[]");
			notice.check();
			assertThat(output).contains("finds users only by the beginning");
		}
		finally {
			this.jdbc.sql("ALTER INDEX other_idx RENAME TO users_search_idx").update();
		}
	}

	@ParameterizedTest
	@CsvSource({ "a%, 10005", "a%b_c\\, 10005", "a_, ", "%, ", "ёл, 10006", "'', " })
	void treatsNoCharacterAsAWildcard(String text, Long id) {
		assertThat(this.search.suggest(text, 10)).extracting((match) -> match.user().id())
			.isEqualTo((id != null) ? List.of(id) : List.of());
	}

	@Test
	void findsNothingByAnUnknownText() {
		assertThat(this.search.list("nobody-at-all", null, 50)).isEqualTo(Page.empty());
	}

	@Test
	void listsAllUsersNewestFirst() {
		Page<UserMatch> page = this.search.list("", null, 3);
		assertThat(ids(page)).containsExactly(10_008L, 10_007L, 10_006L);
		assertThat(page.previous()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "anna", "10", "ann", "example" })
	void readsTheSamePagesForwardAndBack(String text) {
		for (int size = 1; size <= 9; size++) {
			List<Page<UserMatch>> forward = new ArrayList<>();
			Page<UserMatch> page = this.search.list(text, null, size);
			forward.add(page);
			while (page.next() != null) {
				page = this.search.list(text, Cursor.parse(page.next().text()), size);
				forward.add(page);
			}
			assertThat(forward.stream().flatMap((part) -> ids(part).stream()).toList())
				.isEqualTo(ids(this.search.list(text, null, 1000)));
			List<Page<UserMatch>> back = new ArrayList<>(List.of(page));
			while (page.previous() != null) {
				page = this.search.list(text, Cursor.parse(page.previous().text()), size);
				back.addFirst(page);
			}
			assertThat(back).extracting(Page::items).isEqualTo(forward.stream().map(Page::items).toList());
		}
	}

	@Test
	void refusesTheCursorOfAnotherList() {
		for (Cursor cursor : List.of(Cursor.after("login", "anna"), Cursor.after("id", "x"), Cursor.after())) {
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.search.list("", cursor, 3));
		}
		for (Cursor cursor : List.of(Cursor.after("id", 10_003), Cursor.after("phone", "1"), Cursor.after("LOGIN"),
				Cursor.after("PART", "x"))) {
			assertThatExceptionOfType(InvalidInputException.class)
				.isThrownBy(() -> this.search.list("anna", cursor, 3));
		}
	}

	private List<String> texts(String text) {
		return this.search.list(text, null, 50)
			.items()
			.stream()
			.map((match) -> match.user().id() + "" + match.by())
			.toList();
	}

	private static List<Long> ids(Page<UserMatch> page) {
		return page.items().stream().map((match) -> match.user().id()).toList();
	}

}
