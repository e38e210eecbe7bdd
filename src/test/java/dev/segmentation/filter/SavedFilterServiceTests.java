package dev.segmentation.filter;

import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class SavedFilterServiceTests {

	private final JdbcClient jdbc;

	private final SavedFilterService filters;

	private final CurrentAccount admin;

	private final CurrentAccount editor;

	private final CurrentAccount viewer;

	SavedFilterServiceTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.filters = new SavedFilterService(new SavedFilterRepository(this.jdbc));
		this.admin = account(TestAccount.ADMIN);
		this.editor = account(TestAccount.EDITOR);
		this.viewer = account(TestAccount.VIEWER);
	}

	private CurrentAccount account(TestAccount account) {
		long id = this.jdbc.sql("SELECT id FROM accounts WHERE login = ?")
			.param(account.login())
			.query(Long.class)
			.single();
		return new CurrentAccount(id, account.login(), Role.valueOf(account.name()), null, 0);
	}

	@BeforeEach
	void deleteAll() {
		this.jdbc.sql("DELETE FROM saved_filters").update();
	}

	@Test
	void findsTheFiltersOfTheAccountAndOfTheTeamByName() {
		save("/users?q=b", "beta", false, this.viewer);
		save("/users?q=a", "Alpha", true, this.editor);
		save("/users?q=c", "hidden", false, this.editor);
		save("/segments?search=d", "elsewhere", false, this.viewer);
		assertThat(this.filters.find(FilteredList.USERS, this.viewer)).extracting(SavedFilter::name)
			.containsExactly("Alpha", "beta");
		assertThat(this.filters.find(FilteredList.USERS, this.viewer).getFirst()).returns("q=a", SavedFilter::query)
			.returns("editor", SavedFilter::author)
			.returns(true, SavedFilter::isTeam);
	}

	@Test
	void refusesANameThatIsTakenInAnyCase() {
		save("/users?q=a", "Имя", false, this.editor);
		assertTaken("/users?q=b", "имя", false, "filters.taken");
		save("/users?q=b", "ИМЯ", true, this.editor);
		assertTaken("/users?q=b", "Имя", true, "filters.taken.team");
		save("/segments?search=a", "имя", false, this.editor);
		save("/users?q=a", "имя", false, this.viewer);
	}

	private void assertTaken(String address, String name, boolean team, String key) {
		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> save(address, name, team, this.editor))
			.returns(key, ConflictException::key);
	}

	@Test
	void limitsTheFiltersOfOneList() {
		for (int i = 0; i < SavedFilterService.MOST; i++) {
			save("/users?q=a", "filter " + i, false, this.viewer);
		}
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> save("/users?q=a", "one more", false, this.viewer))
			.returns("filters.full", ConflictException::key);
		save("/segments?search=a", "one more", false, this.viewer);
		save("/users?q=a", "one more", false, this.editor);
	}

	@Test
	void needsTheRoleOfTheListAndOfATeamFilter() {
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> save("/users?q=a", "team", true, this.viewer));
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> save("/audit?q=a", "audit", false, this.editor));
		save("/audit?q=a", "audit", true, this.admin);
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> this.filters.find(FilteredList.AUDIT, this.editor));
		long id = id("audit");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.filters.delete(id, this.editor));
	}

	@Test
	void savesNoAddressWithoutFilters() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> save("/users?at=1", "nothing", false, this.editor));
	}

	@Test
	void isDeletedByItsOwnerOrForTheTeamByItsAuthorAndAdministrators() {
		save("/users?q=a", "mine", false, this.editor);
		save("/users?q=a", "first", true, this.editor);
		save("/users?q=a", "second", true, this.editor);
		save("/users?q=a", "third", true, this.admin);
		long mine = id("mine");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.filters.delete(mine, this.admin));
		long third = id("third");
		assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> this.filters.delete(third, this.editor));
		this.filters.delete(mine, this.editor);
		this.filters.delete(id("first"), this.editor);
		this.filters.delete(id("second"), this.admin);
		assertThat(names(this.editor)).containsExactly("third");
	}

	@Test
	void goesWithItsAccountUnlessItIsTheTeams() {
		save("/users?q=a", "mine", false, this.editor);
		save("/users?q=a", "team", true, this.editor);
		this.filters.deleteOf(this.editor.id());
		assertThat(names(this.editor)).containsExactly("team");
	}

	private List<String> names(CurrentAccount account) {
		return this.filters.find(FilteredList.USERS, account).stream().map(SavedFilter::name).toList();
	}

	private long id(String name) {
		return this.jdbc.sql("SELECT id FROM saved_filters WHERE name = ?").param(name).query(Long.class).single();
	}

	private void save(String address, String name, boolean team, CurrentAccount by) {
		this.filters.save(FilterAddress.parse(address).orElseThrow(), name, team, by);
	}

}
