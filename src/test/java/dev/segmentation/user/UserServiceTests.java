package dev.segmentation.user;

import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
@HistoryAgrees
class UserServiceTests {

	private static final CurrentAccount EDITOR = new CurrentAccount(7, "editor", Role.EDITOR, null, 0);

	private final JdbcClient jdbc;

	private final UserService users;

	UserServiceTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.users = new UserService(new UserRepository(this.jdbc));
	}

	@Test
	void addsAUser() {
		long id = this.users.add(new UserData("Анна 🦊", "anna@example.com", "crm-1"));
		UserDetails anna = this.users.get(id);
		assertThat(anna.login()).isEqualTo("Анна 🦊");
		assertThat(anna.email()).isEqualTo("anna@example.com");
		assertThat(anna.externalId()).isEqualTo("crm-1");
	}

	@Test
	void countsNewerUsersUpToALimit() {
		long first = Sql.addUser(this.jdbc);
		Sql.addUsers(this.jdbc, 10_000);
		assertThat(this.users.countNewer(first)).isEqualTo(10_000);
		Sql.addUsers(this.jdbc, 1);
		assertThat(this.users.countNewer(first)).isNull();
	}

	@Test
	void namesEveryFieldThatIsTakenRegardlessOfCase() {
		this.users.add(new UserData("first", "first@example.com", null));
		this.users.add(new UserData("second", "second@example.com", "taken"));
		assertThatExceptionOfType(UserTakenException.class)
			.isThrownBy(() -> this.users.add(new UserData("FIRST", "Second@example.com", "taken")))
			.satisfies((ex) -> assertThat(ex.fields()).containsExactlyInAnyOrder(UserField.LOGIN, UserField.EMAIL,
					UserField.EXTERNAL_ID));
		assertThatExceptionOfType(UserTakenException.class)
			.isThrownBy(() -> this.users.add(new UserData("third", "third@example.com", "taken")))
			.satisfies((ex) -> assertThat(ex.fields()).containsExactly(UserField.EXTERNAL_ID));
	}

	@Test
	void editsAUserWithoutMistakingItsOwnLoginForATakenOne() {
		long id = this.users.add(new UserData("keeper", "keeper@example.com", null));
		this.users.edit(id, new UserData("KEEPER", "keeper@example.com", "now-known"), version(id));
		assertThat(this.users.get(id).login()).isEqualTo("KEEPER");
		assertThat(this.users.get(id).externalId()).isEqualTo("now-known");
	}

	@Test
	void doesNotOverwriteTheEditOfAnotherAccount() {
		long id = this.users.add(new UserData("shared", "shared@example.com", null));
		long read = version(id);
		this.users.edit(id, new UserData("shared", "hers@example.com", null), read);
		assertThatExceptionOfType(UserChangedException.class)
			.isThrownBy(() -> this.users.edit(id, new UserData("shared", "his@example.com", null), read));
		assertThat(this.users.get(id).email()).isEqualTo("hers@example.com");
		this.users.edit(id, new UserData("shared", "his@example.com", null), version(id));
		assertThat(this.users.get(id).email()).isEqualTo("his@example.com");
	}

	@Test
	void refusesAnEditToTheLoginOfAnotherUser() {
		this.users.add(new UserData("occupied", "occupied@example.com", null));
		long id = this.users.add(new UserData("mover", "mover@example.com", null));
		assertThatExceptionOfType(UserTakenException.class)
			.isThrownBy(() -> this.users.edit(id, new UserData("Occupied", "mover@example.com", null), version(id)))
			.satisfies((ex) -> assertThat(ex.fields()).containsExactly(UserField.LOGIN));
	}

	@Test
	void doesNotFindADeletedUser() {
		long id = this.users.add(new UserData("brief", "brief@example.com", null));
		long version = version(id);
		this.users.delete(id, "", EDITOR);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.users.get(id));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.users.delete(id, "", EDITOR));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.users.edit(id, new UserData("back", "back@example.com", null), version));
	}

	@Test
	void keepsOnlyTheIdOfADeletedUser() {
		long id = this.users.add(new UserData("forget-me", "forget-me@example.com", "forget-me-too"));
		addOwnAccount(id);
		long segment = Sql.addSegment(this.jdbc);
		Sql.addMemberships(this.jdbc, id, segment);
		assertThat(this.users.countSegments(id)).isOne();
		this.users.delete(id, "on request", EDITOR);
		assertThat(this.jdbc.sql("""
				SELECT a.kind || ' ' || a.account_id || ' ' || coalesce(a.note, 'no note') || ' ' || o.user_ids::text
				FROM operations AS o JOIN acts AS a ON a.id = o.act_id
				WHERE o.segment_id = :segment AND o.type = 'deleted'
				""").param("segment", segment).query(String.class).list())
			.containsExactly("page 7 on request {%d}".formatted(id));
		assertThat(rowsThatName("forget-me")).isEmpty();
	}

	private long version(long id) {
		return this.users.get(id).version();
	}

	private void addOwnAccount(long id) {
		this.jdbc.sql("""
				INSERT INTO accounts (login, email, password_hash, role, user_id)
				SELECT login, email, 'x', 'MEMBER', id FROM users WHERE id = :id
				""").param("id", id).update();
	}

	/**
	 * Returns the rows of all tables that contain a text.
	 */
	private List<String> rowsThatName(String text) {
		List<String> tables = this.jdbc.sql("""
				SELECT format('%I', relname) FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
				""").query(String.class).list();
		return tables.stream()
			.flatMap((table) -> this.jdbc
				.sql("SELECT CAST(%1$s AS text) FROM %1$s WHERE CAST(%1$s AS text) LIKE :text".formatted(table))
				.param("text", "%" + text + "%")
				.query(String.class)
				.list()
				.stream())
			.toList();
	}

}
