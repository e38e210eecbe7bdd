package dev.segmentation.account;

import dev.segmentation.account.AccountProperties.Admin;
import dev.segmentation.account.AccountProperties.SignUpPolicy;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The password for the first administrator in the settings.
 */
@DatabaseTest
class FirstAdministratorTests {

	private final JdbcClient jdbc;

	FirstAdministratorTests(TestDatabase database) {
		this.jdbc = database.jdbc();
	}

	/**
	 * Earlier versions accepted shorter passwords, and the setting may still be there.
	 */
	@Test
	void ignoresTheSettingOnceThereIsAnAccount() {
		FirstAdministrator administrator = administrator("short");
		administrator.afterSingletonsInstantiated();
		assertThat(administrator.password()).isEqualTo(new FirstAdministrator.Password.MadeEarlier());
	}

	@Test
	void refusesAWeakPasswordForTheFirstAccount() {
		this.jdbc.sql("TRUNCATE accounts CASCADE").update();
		assertThatExceptionOfType(InvalidAdministratorPasswordException.class)
			.isThrownBy(administrator("short")::afterSingletonsInstantiated)
			.withMessage("SEGMENTATION_ADMIN_PASSWORD must have 12 to 64 characters.");
		assertThatExceptionOfType(InvalidAdministratorPasswordException.class)
			.isThrownBy(administrator("password1234")::afterSingletonsInstantiated)
			.withMessage("SEGMENTATION_ADMIN_PASSWORD is easy to guess. "
					+ "Choose a longer one, or leave it out to generate one.");
		assertThat(this.jdbc.sql("SELECT count(*) FROM accounts").query(Long.class).single()).isZero();
	}

	private FirstAdministrator administrator(String password) {
		return new FirstAdministrator(new AccountRepository(this.jdbc),
				PasswordEncoderFactories.createDelegatingPasswordEncoder(),
				new AccountProperties(SignUpPolicy.MEMBERS, new Admin(password), ""));
	}

}
