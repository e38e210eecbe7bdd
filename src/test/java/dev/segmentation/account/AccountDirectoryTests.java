package dev.segmentation.account;

import java.time.Duration;
import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The directories of two instances, which know nothing of each other.
 */
@DatabaseTest
class AccountDirectoryTests {

	/** One second, and the time of a query on a busy machine. */
	private static final Duration NOTICED = Duration.ofMillis(1500);

	private final JdbcClient jdbc;

	private final List<AccountDirectory> instances;

	AccountDirectoryTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		AccountRepository accounts = new AccountRepository(this.jdbc);
		this.instances = List.of(new AccountDirectory(accounts), new AccountDirectory(accounts));
	}

	@Test
	void noticesAnotherRoleInAllInstancesWithinASecond() {
		Person person = Person.add(this.jdbc, Role.EDITOR);
		assertThat(roles(person)).containsExactly(Role.EDITOR, Role.EDITOR);
		this.jdbc.sql("UPDATE accounts SET role = 'VIEWER' WHERE id = ?").param(person.id()).update();
		await().atMost(NOTICED)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> roles(person).equals(List.of(Role.VIEWER, Role.VIEWER)));
	}

	@Test
	void noticesADisabledAccountInAllInstancesWithinASecond() {
		Person person = Person.add(this.jdbc, Role.EDITOR);
		assertThat(roles(person)).hasSize(2);
		this.jdbc.sql("UPDATE accounts SET enabled = false WHERE id = ?").param(person.id()).update();
		await().atMost(NOTICED).pollInterval(Duration.ofMillis(20)).until(() -> roles(person).isEmpty());
	}

	private List<Role> roles(Person person) {
		return this.instances.stream()
			.flatMap((instance) -> instance.find(new TokenSubject.Staff(person.id())).stream())
			.map(CurrentAccount::role)
			.toList();
	}

}
