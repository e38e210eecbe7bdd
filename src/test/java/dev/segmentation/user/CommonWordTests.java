package dev.segmentation.user;

import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finds users by a word with a typing error: the statistics know the common words.
 */
@DatabaseTest
class CommonWordTests {

	private final JdbcClient jdbc;

	private final UserSearch search;

	CommonWordTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.search = new UserSearch(new UserSearchRepository(this.jdbc));
	}

	@BeforeAll
	static void addUsers(TestDatabase database) {
		database.jdbc()
			.sql("""
					INSERT INTO users (id, login, email) VALUES
					(1, 'nowak', 'jan@example.com'), (2, 'maria.nowakowska', 'maria@example.com'), (3, 'adam', 'nowy@example.org'),
					(4, 'sokolov_1', 'a@example.com'), (5, 'olga.sokolova', 'b@example.com'), (6, 'Мария', 'c@example.com')
					""")
			.update();
		database.jdbc().sql("ANALYZE users").update();
		database.jdbc().sql("INSERT INTO users (id, login, email) VALUES (7, 'wisniewski', 'd@example.com')").update();
	}

	@ParameterizedTest
	@CsvSource({ "novak, 1 2", "Novakowska, 2", "soklov, 4 5", "sokoloav, 5 4", "olga soklova, 5", "maria novak, 2",
			"мраия, 2 6", "wisniewsky, 7", "nwka, ''" })
	void findsTheUsersOfTheWordThatWasMeant(String text, String ids) {
		assertThat(this.search.suggest(text, 10)).allMatch(UserMatch::alike)
			.extracting((match) -> Long.toString(match.user().id()))
			.containsExactlyInAnyOrder((ids.isEmpty()) ? new String[0] : ids.split(" "));
	}

	@Test
	void readsTheMostCommonWords() {
		assertThat(words("exampel")).containsExactly("example");
		assertThat(words("novak")).containsExactly("nowak");
		assertThat(words("wisniewsky")).isEmpty();
	}

	private List<String> words(String word) {
		return this.jdbc.sql("SELECT meant_words(:word)").param("word", word).query(String.class).list();
	}

}
