package dev.segmentation.account.password;

import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery", "vK8#mQ2!xR5z", "правильная лошадь", "fluent otter 73 lamps" })
	void acceptsGoodPasswords(String password) {
		assertThat(check(password, "anna", "anna@example.com")).isEmpty();
	}

	static Stream<Arguments> lengths() {
		return Stream.of(arguments("vK8#mQ2!xR5", "password.short"), arguments("", "password.short"),
				arguments("😀".repeat(11), "password.short"), arguments("vK8#mQ2!xR5z".repeat(6), "password.long"));
	}

	@ParameterizedTest
	@MethodSource("lengths")
	void acceptsTwelveToSixtyFourCharacters(String password, String reason) {
		assertThat(check(password, "anna", null)).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1qaz2wsx3edc", "qwerty123456", "Password2024!", "Welcome2026!", "passwordpassword",
			"iloveyou1234", "P@ssw0rd1234", "123456789012", "aaaaaaaaaaaa", "qwertyuiop[]" })
	void refusesCommonPasswordsAndWhatIsMadeFromThem(String password) {
		assertThat(check(password, "anna", "anna@example.com")).contains("password.common");
	}

	static Stream<Arguments> ownNames() {
		return Stream.of(arguments("Maximilian-Petrov", null, "password.name"),
				arguments("MAX@EXAMPLE.COM", "max@example.com", "password.name"),
				arguments("maximilian-petrov26", null, "password.common"),
				arguments("max.petrov-2026", "max.petrov@example.com", "password.common"));
	}

	@ParameterizedTest
	@MethodSource("ownNames")
	void refusesTheLoginAndTheAddress(String password, @Nullable String email, String reason) {
		assertThat(check(password, "maximilian-petrov", email)).contains(reason);
	}

	/** It takes seconds to estimate 64 characters like these. */
	@Test
	void estimatesTheBeginningOfALongPassword() {
		assertThat(check("4@8({[<3963!1|/7+$50".repeat(3), "anna", null)).isEmpty();
		assertThat(check("a".repeat(64), "anna", null)).contains("password.common");
	}

	@Test
	void leavesTheContractOfMembersAsItIs() {
		assertThat(this.rules.problem(new NewPassword("12345678"), Role.MEMBER, "anna")).isEmpty();
		assertThat(this.rules.problem(new NewPassword("1234567"), Role.MEMBER, "anna"))
			.contains("password.short.member");
	}

	private Optional<String> check(String password, String login, @Nullable String email) {
		return this.rules.problem(new NewPassword(password), Role.VIEWER, login, email);
	}

}
