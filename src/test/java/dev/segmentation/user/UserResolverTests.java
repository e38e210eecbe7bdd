package dev.segmentation.user;

import java.util.List;
import java.util.stream.IntStream;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class UserResolverTests {

	private final JdbcClient jdbc;

	private final UserResolver resolver;

	UserResolverTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.resolver = new UserResolver(new UserRepository(this.jdbc));
	}

	/** The text 20001 is the id of one user and a field of three others. */
	@BeforeEach
	void addUsers() {
		this.jdbc.sql("""
				INSERT INTO users (id, login, email, external_id) VALUES
				(20001, 'anna', 'anna@example.com', 'crm-1'),
				(20002, '20001', 'boris@example.com', NULL),
				(20003, 'clara', '20001', NULL),
				(20004, 'dora', 'dora@example.com', '20001'),
				(20005, 'shared', 'emil@example.com', NULL),
				(20006, 'fritz', 'shared', NULL),
				(20007, 'gerda', 'gerda@example.com', 'shared'),
				(20008, 'hugo', 'mine', NULL),
				(20009, 'ida', 'ida@example.com', 'mine'),
				(20010, 'karl', 'KARL', 'karl')
				ON CONFLICT DO NOTHING
				""").update();
	}

	@ParameterizedTest
	@CsvSource({ "20001, 20001, ID, true", "shared, 20005, LOGIN, true", "mine, 20008, EMAIL, true",
			"20002, 20002, ID, false", "ANNA, 20001, LOGIN, false", "Anna@Example.COM, 20001, EMAIL, false",
			"crm-1, 20001, EXTERNAL_ID, false" })
	void usesTheFirstMatchingFieldAndReportsAmbiguousTexts(String text, long id, UserField by, boolean ambiguous) {
		assertThat(this.resolver.resolve(List.of(text))).containsExactly(new UserReference(text, id, by, ambiguous));
		assertThat(this.resolver.resolve(text)).contains(id);
	}

	@Test
	void isNotAmbiguousWhenSeveralFieldsNameTheSameUser() {
		assertThat(reference("karl")).isEqualTo(new UserReference("karl", 20_010L, UserField.LOGIN, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "nobody", "CRM-1", "ann", "anna%", "-20001", "20001.0", "0020001x",
			"999999999999999999", "9999999999999999999", "99999999999999999999999999999999999999999" })
	void findsNoUserByAnUnknownText(String text) {
		assertThat(reference(text)).isEqualTo(new UserReference(text, null, null, false));
		assertThat(this.resolver.resolve(text)).isEmpty();
	}

	@Test
	void readsAnIdWithLeadingZeros() {
		assertThat(reference("0020001").userId()).isEqualTo(20_001);
	}

	@Test
	void findsALoginThatIsTooLongForAnId() {
		String digits = "1".repeat(30);
		this.jdbc.sql("INSERT INTO users (id, login, email) VALUES (20030, :login, 'digits') ON CONFLICT DO NOTHING")
			.param("login", digits)
			.update();
		assertThat(reference(digits)).isEqualTo(new UserReference(digits, 20_030L, UserField.LOGIN, false));
	}

	@Test
	void answersAThousandTextsInTheirOrder() {
		List<String> texts = IntStream.range(0, 1000).mapToObj((index) -> text(index * 7 % 1000)).toList();
		List<UserReference> found = this.resolver.resolve(texts);
		assertThat(found).extracting(UserReference::text).isEqualTo(texts);
		assertThat(found).allSatisfy((reference) -> assertThat(reference.userId()).isEqualTo(user(reference.text())));
	}

	@Test
	void answersEachOfEqualTexts() {
		assertThat(this.resolver.resolve(List.of("anna", "x", "anna"))).extracting(UserReference::userId)
			.containsExactly(20_001L, null, 20_001L);
		assertThat(this.resolver.resolve(List.of())).isEmpty();
	}

	private static String text(int index) {
		return switch (index % 3) {
			case 0 -> "anna";
			case 1 -> "boris@example.com";
			default -> "nobody-" + index;
		};
	}

	private static @Nullable Long user(String text) {
		return switch (text) {
			case "anna" -> 20_001L;
			case "boris@example.com" -> 20_002L;
			default -> null;
		};
	}

	private UserReference reference(String text) {
		return this.resolver.resolve(List.of(text)).getFirst();
	}

}
