package dev.segmentation.user;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.shared.InvalidInputException;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
			"annabel@EXAMPLE.com, 10003, EMAIL", "' smith@example.com ', 10002, EMAIL", "ёлка 🦊, 10006, LOGIN" })
	void findsAUserByWhateverTellsThemFromOthers(String text, long id, UserField by) {
		UserPage page = this.search.page(text, null, 50);
		assertThat(page.exact()).singleElement().satisfies((match) -> {
			assertThat(match.user().id()).isEqualTo(id);
			assertThat(match.by()).containsExactly(by);
		});
		assertThat(page.users()).isEmpty();
	}

	@Test
	void findsAllWhomANumberMeansTheIdFirst() {
		assertThat(this.search.page("10001", null, 50).exact())
			.extracting((match) -> match.user().id() + "" + match.by())
			.containsExactly("10001[ID]", "10004[LOGIN]");
		assertThat(this.search.page("10003", null, 50).exact())
			.extracting((match) -> match.user().id() + "" + match.by())
			.containsExactly("10003[ID]", "10001[EXTERNAL_ID]");
	}

	@Test
	void showsWhoIsCalledSoExactlyBeforeWhoseLoginAndWhoseEmailStartSo() {
		UserPage page = this.search.page("anna", null, 50);
		assertThat(page.exact()).extracting((match) -> match.user().id()).containsExactly(10_004L, 10_001L);
		assertThat(ids(page)).containsExactly(10_002L, 10_007L, 10_008L, 10_003L);
	}

	@ParameterizedTest
	@CsvSource({ "a%, 10005", "a%b_c\\, 10005", "a_, ", "%, ", "ёл, 10006", "'', ", "\0, " })
	void takesEveryCharacterForItself(String text, Long id) {
		List<Long> found = this.search.suggest(text, 10).stream().map(UserDetails::id).toList();
		assertThat(found).isEqualTo((id != null) ? List.of(id) : List.of());
	}

	@Test
	void findsNobodyByATextThatNobodyHas() {
		UserPage page = this.search.page("nobody-at-all", null, 50);
		assertThat(page.size()).isZero();
		assertThat(page.older()).isNull();
		assertThat(page.newer()).isNull();
	}

	@Test
	void listsAllUsersNewestFirst() {
		UserPage page = this.search.page("", null, 3);
		assertThat(ids(page)).containsExactly(10_008L, 10_007L, 10_006L);
		assertThat(page.newer()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "anna", "10" })
	void walksOnwardAndBackThroughTheSamePages(String text) {
		for (int size = 1; size <= 9; size++) {
			List<UserPage> onward = new ArrayList<>();
			UserPage page = this.search.page(text, null, size);
			onward.add(page);
			while (page.older() != null) {
				page = this.search.page(text, UserCursor.parse(page.older().text(), true), size);
				onward.add(page);
			}
			assertThat(onward.stream().flatMap((part) -> ids(part).stream()).toList())
				.isEqualTo(ids(this.search.page(text, null, 1000)));
			List<UserPage> back = new ArrayList<>(List.of(page));
			while (page.newer() != null) {
				page = this.search.page(text, UserCursor.parse(page.newer().text(), false), size);
				back.addFirst(page);
			}
			assertThat(back.stream().map(UserSearchTests::ids).toList())
				.isEqualTo(onward.stream().map(UserSearchTests::ids).toList());
			assertThat(back.getFirst().exact()).isEqualTo(onward.getFirst().exact());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "id", "id:", "id:x", "id:9999999999999999999", "phone:1", "login:\0" })
	void refusesACursorThatIsNone(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> UserCursor.parse(text, true));
	}

	private static List<Long> ids(UserPage page) {
		return page.users().stream().map(UserDetails::id).toList();
	}

}
