package dev.segmentation.account;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.segmentation.account.factor.SecondFactorRules;
import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.account.link.Invitations;
import dev.segmentation.account.link.PasswordResets;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.LockWaits;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an administrator does while another one demotes or disables him.
 */
@HttpTest
class StaleRoleTests {

	private static final String DEMOTE = "role = 'EDITOR'";

	private static final String DISABLE = "enabled = false";

	@Autowired
	TestDatabase database;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	Invitations invitations;

	@Autowired
	PasswordResets resets;

	@Autowired
	SecondFactorRules rules;

	@Autowired
	SecondFactors factors;

	@Autowired
	TokenService tokens;

	private CurrentAccount by = new CurrentAccount(0, "", Role.ADMIN, null, 0);

	private long other;

	@BeforeEach
	void addAccounts() {
		this.other = Person.add(jdbc(), Role.EDITOR).id();
		Person person = Person.add(jdbc(), Role.ADMIN);
		this.by = new CurrentAccount(person.id(), person.login(), Role.ADMIN, null, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { DEMOTE, DISABLE })
	void invitesNobody(String change) {
		assertRefused(change, () -> this.invitations.invite("late@example.com", Role.ADMIN, this.by));
	}

	@ParameterizedTest
	@ValueSource(strings = { DEMOTE, DISABLE })
	void resetsNoPassword(String change) {
		assertRefused(change, () -> this.resets.reset(this.other, this.by));
	}

	@Test
	void renewsAndRevokesNoInvitation() {
		long id = this.invitations.invite("guest@example.com", Role.VIEWER, this.by).link().id();
		assertRefused(DEMOTE, () -> this.invitations.renew(id, this.by));
		assertRefused(DEMOTE, () -> this.invitations.revoke(id, this.by));
	}

	@Test
	void changesNoRules() {
		assertRefused(DEMOTE, () -> this.rules.change(EnumSet.of(Role.EDITOR), this.by));
	}

	@Test
	void removesNoSecondFactors() {
		assertRefused(DEMOTE, () -> this.factors.removeAll(this.factors.holder(this.other), this.by));
	}

	@Test
	void touchesNoToken() {
		assertRefused(DEMOTE, () -> this.tokens.handOver(1, this.other, this.by));
		assertRefused(DEMOTE, () -> this.tokens.rotate(1, Duration.ZERO, null, this.by));
		assertRefused(DEMOTE, () -> this.tokens.revoke(1, this.by));
	}

	/** The act begins before the change is committed. */
	private void assertRefused(String change, Runnable act) {
		CompletableFuture<Void> acted = this.transactions.execute((status) -> {
			jdbc().sql("UPDATE accounts SET %s WHERE id = ?".formatted(change)).param(this.by.id()).update();
			CompletableFuture<Void> acting = CompletableFuture.runAsync(act);
			LockWaits.awaitOneOr(jdbc(), acting::isDone);
			return acting;
		});
		assertThat(acted).isNotNull();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(acted::join)
			.withCauseInstanceOf(ForbiddenException.class);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
