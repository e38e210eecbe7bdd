package dev.segmentation.user.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImportFileTests {

	private static final ValidatorFactory validation = Validation.buildDefaultValidatorFactory();

	private static final ImportRow ANNA = row(2, "7", "anna", "anna@example.com", null);

	@AfterAll
	static void close() {
		validation.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "login,email,external_id\nanna,anna@example.com,7",
			"EXTERNAL ID;E-Mail;Login\r\n7;anna@example.com;anna\r\n",
			"\uFEFFExternalId\tlogin\temail\n7\tanna\tanna@example.com",
			"phone,login,\"email\",name,external_id\n1,anna,anna@example.com,\"A, B; C\",7",
			"login , email , external-id\n anna , anna@example.com , 7 \n\n,,\n",
			"login,email,external_id\nanna,anna@example.com,7,,\n" })
	void readsColumnsInAnyOrderCaseAndDelimiter(String file) {
		assertThat(read(file)).containsExactly(ANNA);
	}

	@Test
	void findsTheHeaderAmongTheFirstTwentyLines() {
		assertThat(read("\n".repeat(19) + "login,email\nanna,anna@example.com"))
			.containsExactly(row(21, null, "anna", "anna@example.com", null));
		assertThatExceptionOfType(InvalidImportFileException.class)
			.isThrownBy(() -> read("Title\n" + "\n".repeat(19) + "login,email\nanna,anna@example.com"))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(Problem.NO_COLUMN));
	}

	@Test
	void needsNoExternalId() {
		assertThat(read("email,login\nanna@example.com,anna\nbo@example.com,bo")).containsExactly(
				row(2, null, "anna", "anna@example.com", null), row(3, null, "bo", "bo@example.com", null));
		assertThat(read("email,login,external_id\nanna@example.com,anna,\nbo@example.com,bo")).containsExactly(
				row(2, null, "anna", "anna@example.com", null), row(3, null, "bo", "bo@example.com", null));
	}

	@Test
	void tellsTheLineThatARowBeginsIn() {
		assertThat(read("login,email\n\na,a@x\n\"b\nc\",b@x\r\nd,d@x\n\n\"e\",e@x")).extracting(ImportRow::line)
			.containsExactly(3L, 4L, 6L, 8L);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			,a@example.com,1 | LOGIN_BLANK
			"  ",a@example.com,1 | LOGIN_BLANK
			{65},a@example.com,1 | LOGIN_LONG
			a,a@example.com,1 | LOGIN_SHORT
			"a\u0007",a@example.com,1 | LOGIN_CONTROL
			"a\u0000",a@example.com,1 | LOGIN_CONTROL
			aa,,1 | EMAIL_BLANK
			aa,{65}@example.com,1 | EMAIL_LONG
			aa,a@,1 | EMAIL_INVALID
			aa,example.com,1 | EMAIL_INVALID
			aa,a@example.com,{65} | EXTERNAL_ID_LONG
			aa,a@example.com,"\u0007x" | EXTERNAL_ID_CONTROL
			aa,a@example.com,1,2 | CELLS
			""")
	void findsTheReasonOfAMalformedLine(String line, ImportReason reason) {
		List<ImportRow> rows = read("login,email,external_id\n" + line.replace("{65}", "x".repeat(65)) + "\nok,ok@x,2");
		assertThat(rows).extracting(ImportRow::reason).containsExactly(reason, null);
	}

	@Test
	void acceptsValuesOf64Characters() {
		String longest = "\uD83D\uDE00".repeat(64);
		assertThat(read("login,email,external_id\n%s,a@x,%s".formatted(longest, longest)))
			.containsExactly(row(2, longest, longest, "a@x", null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`` | EMPTY |
			`\n` | EMPTY |
			`sep=;\n;;\n` | NO_COLUMN | login
			`,,\n` | EMPTY |
			`"login","email\na,b` | NO_COLUMN | login
			`login,name\na,b` | NO_COLUMN | email
			`email\na@x` | NO_COLUMN | login
			`anna,anna@example.com` | NO_COLUMN | login
			`login,email,Login\naa,a@x,b` | COLUMN_TWICE | login
			`login,email\n"a"b,a@x\n` | QUOTES | 2
			`login,email\na,a@x\n"b,b@x\n` | QUOTES | 3
			""")
	void refusesAFileThatIsNotAListOfUsers(String file, Problem problem, @Nullable String argument) {
		assertThatExceptionOfType(InvalidImportFileException.class).isThrownBy(() -> read(file.replace("\\n", "\n")))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(problem))
			.satisfies((ex) -> assertThat(ex.arguments()).extracting(Object::toString)
				.isEqualTo(Stream.ofNullable(argument).toList()));
	}

	@Test
	void refusesOtherEncodings() {
		for (byte[] bytes : List.of("login,email\n\u00E9,a@x".getBytes(StandardCharsets.ISO_8859_1),
				"login,email\nab,a@x".getBytes(StandardCharsets.UTF_16LE))) {
			assertThatExceptionOfType(InvalidImportFileException.class).isThrownBy(() -> read(bytes))
				.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(Problem.NOT_UTF_8));
		}
	}

	@Test
	void stopsReadingAtALineThatNeverEnds() {
		String file = "login,email\n\"a,a@x\n" + "b,b@x\n".repeat(1_000_000);
		assertThatExceptionOfType(InvalidImportFileException.class).isThrownBy(() -> read(file))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(Problem.LONG_LINE));
	}

	@Test
	void removesTheGuardOnlyFromDownloadsOfRejectedLines() {
		assertThat(read("line,login,email,reason\n2,'=a,a@x,is wrong"))
			.containsExactly(row(2, null, "=a", "a@x", null));
		assertThat(read("login,email\n'=a,a@x")).containsExactly(row(2, null, "'=a", "a@x", null));
	}

	private static List<ImportRow> read(String file) {
		return read(file.getBytes(StandardCharsets.UTF_8));
	}

	private static List<ImportRow> read(byte[] file) {
		List<ImportRow> rows = new ArrayList<>();
		try {
			new ImportFile(new ByteArrayInputStream(file), new RowRules(validation.getValidator())).forEach(rows::add);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return rows;
	}

	private static ImportRow row(long line, @Nullable String externalId, @Nullable String login, @Nullable String email,
			@Nullable ImportReason reason) {
		return new ImportRow(line, externalId, login, email, reason);
	}

}
