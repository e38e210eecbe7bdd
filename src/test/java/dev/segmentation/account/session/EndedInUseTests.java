package dev.segmentation.account.session;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.Client;
import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.LockWaits;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sessions that end while another request continues them.
 */
@HttpTest
class EndedInUseTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	SessionService sessions;

	@Autowired
	AccountSessions all;

	@Autowired
	SessionList list;

	@Autowired
	BrowserSignIns browsers;

	@Autowired
	TransactionOperations transactions;

	private CurrentAccount account = new CurrentAccount(0, "", Role.EDITOR, null, 0);

	private String token = "";

	@BeforeEach
	void signIn() {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		this.account = new CurrentAccount(person.id(), person.login(), Role.EDITOR, null, 0);
		String cookie = this.api
			.post("/users/sign-in",
					"{\"login\": \"%s\", \"password\": \"%s\"}".formatted(person.login(), TestAccount.PASSWORD))
			.header("Set-Cookie");
		this.token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
	}

	@Test
	void endsAllWithTheNextToken() {
		assertEnds(() -> this.all.endAll(this.account.id()));
	}

	@Test
	void endsOneWithTheNextToken() {
		UUID family = family();
		assertEnds(() -> this.list.end(this.account, family));
	}

	@Test
	void endsOthersWithTheNextToken() {
		assertEnds(() -> this.list.endOthers(this.account, UUID.randomUUID()));
	}

	@Test
	void signsOutWithTheNextToken() {
		UUID family = family();
		assertEnds(() -> this.transactions.executeWithoutResult((status) -> this.browsers.signOut(this.account,
				new BrowserSession(family, Instant.EPOCH, true, new Client(null, null)))));
	}

	@Test
	void refusesASignInThatCheckedThePasswordBefore() {
		this.list.endOthers(this.account, UUID.randomUUID());
		Client client = new Client(null, null);
		assertThatExceptionOfType(IncorrectCredentialsException.class)
			.isThrownBy(() -> this.sessions.open(this.account, client));
		assertThatExceptionOfType(IncorrectCredentialsException.class)
			.isThrownBy(() -> this.browsers.signIn(this.account, "password", true, client, null));
	}

	private void assertEnds(Runnable end) {
		CompletableFuture<Void> ended = this.transactions.execute((status) -> {
			this.sessions.refresh(this.token, new Client(null, null));
			CompletableFuture<Void> ending = CompletableFuture.runAsync(end);
			LockWaits.awaitOneOr(this.database.jdbc(), ending::isDone);
			return ending;
		});
		assertThat(ended).isNotNull();
		ended.join();
		assertThat(count()).isZero();
	}

	private long count() {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM refresh_tokens WHERE account_id = ?")
			.param(this.account.id())
			.query(Long.class)
			.single();
	}

	private UUID family() {
		return this.database.jdbc()
			.sql("SELECT family FROM refresh_tokens WHERE account_id = ?")
			.param(this.account.id())
			.query(UUID.class)
			.single();
	}

}
