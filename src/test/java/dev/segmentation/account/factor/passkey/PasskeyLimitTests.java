package dev.segmentation.account.factor.passkey;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The largest number of passkeys, with real credentials.
 */
@HttpTest
class PasskeyLimitTests {

	private static final String ADDRESS = "https://segments.example.com";

	@Autowired
	Passkeys passkeys;

	@Autowired
	TestDatabase database;

	@Test
	void holdsForRequestsAtTheSameTime() throws Exception {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		CurrentAccount account = new CurrentAccount(person.id(), person.login(), Role.EDITOR, null, 0);
		add(account);
		this.database.jdbc().sql("""
				INSERT INTO passkeys (account_id, credential_id, public_key, attestation, signature_count, transports,
				    backup_eligible, backed_up, name)
				SELECT :account, sha256(n::text::bytea), '', '', 0, '{}', false, false, 'key ' || n
				FROM generate_series(3, :most) AS n
				""").param("account", person.id()).param("most", Passkeys.MOST).update();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> added = Stream.generate(() -> threads.submit(() -> add(account))).limit(6).toList();
			assertThat(added).extracting(Future::get).containsOnlyOnce(true);
		}
		assertThat(this.passkeys.list(account)).hasSize(Passkeys.MOST);
	}

	private boolean add(CurrentAccount account) throws GeneralSecurityException {
		PublicKeyCredentialCreationOptions options = this.passkeys.creationOptions(account, ADDRESS);
		try {
			this.passkeys.add(account, options, new TestAuthenticator(ADDRESS).create(options), "key", ADDRESS);
			return true;
		}
		catch (ConflictException ex) {
			return false;
		}
	}

}
