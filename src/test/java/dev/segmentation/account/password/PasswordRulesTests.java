package dev.segmentation.account.password;

import dev.segmentation.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@CsvSource({ "VIEWER, 11, password.short", "VIEWER, 12, ", "ADMIN, 64, ", "ADMIN, 65, password.long",
			"MEMBER, 7, password.short.member", "MEMBER, 8, ", "MEMBER, 65, password.long" })
	void limitTheLengthInCharacters(Role role, int length, String problem) {
		assertThat(this.rules.problem(new NewPassword("\uD83D\uDE00".repeat(length)), role, "anna").orElse(null))
			.isEqualTo(problem);
	}

	@Test
	void refuseLoginAndEmail() {
		assertThat(this.rules.problem(new NewPassword("Anna@Example.com"), Role.EDITOR, "anna", "anna@example.com"))
			.hasValue("password.name");
		assertThat(this.rules.problem(new NewPassword(" anna-of-accounts "), Role.EDITOR, "anna-of-accounts", null))
			.hasValue("password.name");
	}

	@Test
	void showNoPasswordInLogs() {
		assertThat(new NewPassword("a long passphrase")).hasToString("NewPassword[]");
	}

}
