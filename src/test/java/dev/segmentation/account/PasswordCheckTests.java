package dev.segmentation.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.segmentation.account.password.BoundedPasswordEncoder;
import dev.segmentation.account.password.PasswordHashes;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Checks passwords with the hashes of the product, which are slow on purpose.
 */
@HttpTest
class PasswordCheckTests {

	private static final String PASSWORD = "right password";

	private static final int ROUNDS = 3;

	private final PasswordEncoder passwords = PasswordHashes.all(PasswordHashes.recommended(), HttpTest.HASH_SALT);

	@Autowired
	AccountRepository accounts;

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@ValueSource(strings = { "pbkdf2", "bcrypt" })
	void replacesHashesOfOlderKindsWithArgon2(String kind) {
		Credentials account = insert(kind, "{" + kind + "}" + older(kind).encode(PASSWORD));
		PasswordCheck check = new PasswordCheck(this.accounts, this.passwords);
		assertThat(check.matches(Optional.of(account), "wrong password")).isFalse();
		assertThat(reread(account).passwordHash()).isEqualTo(account.passwordHash());
		assertThat(check.matches(Optional.of(account), PASSWORD)).isTrue();
		Credentials replaced = reread(account);
		assertThat(replaced.passwordHash()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(check.matches(Optional.of(replaced), PASSWORD)).isTrue();
		assertThat(check.matches(Optional.of(replaced), "wrong password")).isFalse();
		assertThat(reread(account)).isEqualTo(replaced);
	}

	/** The last twenty of its 64 characters are after the 72 bytes that bcrypt reads. */
	@Test
	void readsAllCharactersOfAPassword() {
		String password = "😀".repeat(63) + "😁";
		Credentials account = insert("long", "" + this.passwords.encode(password));
		PasswordCheck check = new PasswordCheck(this.accounts, this.passwords);
		assertThat(check.matches(Optional.of(account), password)).isTrue();
		assertThat(check.matches(Optional.of(account), "😀".repeat(64))).isFalse();
	}

	@Test
	void takesTheSameTimeWhetherTheLoginExistsOrNot() {
		List<Optional<Credentials>> kinds = List.of(Optional.empty(),
				Optional.of(insert("current", "" + this.passwords.encode(PASSWORD))),
				Optional.of(insert("old", "{pbkdf2}" + older("pbkdf2").encode(PASSWORD))));
		PasswordCheck check = new PasswordCheck(this.accounts, this.passwords);
		List<List<Long>> times = kinds.stream().map((kind) -> (List<Long>) new ArrayList<Long>()).toList();
		for (int round = 0; round < ROUNDS; round++) {
			for (int kind = 0; kind < kinds.size(); kind++) {
				long start = System.nanoTime();
				assertThat(check.matches(kinds.get(kind), "wrong password")).isFalse();
				times.get(kind).add(System.nanoTime() - start);
			}
		}
		List<Long> medians = times.stream().map(PasswordCheckTests::median).sorted().toList();
		assertThat(medians.getLast()).as("medians in nanoseconds: %s", medians).isLessThan(medians.getFirst() * 2);
	}

	@Test
	void refusesUnknownLoginsTooWhileTooManyPasswordsAreChecked() {
		Credentials known = insert("busy", "" + this.passwords.encode(PASSWORD));
		PasswordEncoder busy = new BoundedPasswordEncoder(this.passwords, 0);
		PasswordCheck check = new PasswordCheck(this.accounts, busy);
		for (Optional<Credentials> account : List.of(Optional.<Credentials>empty(), Optional.of(known))) {
			assertThatExceptionOfType(BusyException.class).isThrownBy(() -> check.matches(account, PASSWORD));
		}
	}

	private static long median(List<Long> times) {
		return times.stream().sorted(Comparator.naturalOrder()).skip(ROUNDS / 2).findFirst().orElseThrow();
	}

	private static PasswordEncoder older(String kind) {
		return kind.equals("bcrypt") ? new BCryptPasswordEncoder()
				: Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
	}

	private Credentials insert(String login, String hash) {
		this.database.jdbc()
			.sql("INSERT INTO accounts (login, password_hash, role) VALUES (?, ?, ?)")
			.params(login, hash, Role.VIEWER.name())
			.update();
		return this.accounts.findByLogin(login).orElseThrow();
	}

	private Credentials reread(Credentials account) {
		return this.accounts.findByLogin(account.login()).orElseThrow();
	}

}
