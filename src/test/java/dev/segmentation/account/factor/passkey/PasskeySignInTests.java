package dev.segmentation.account.factor.passkey;

import java.security.GeneralSecurityException;
import java.util.UUID;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Challenges and their answers, with real credentials.
 */
@HttpTest
class PasskeySignInTests {

	private static final String ADDRESS = "https://segments.example.com";

	@Autowired
	Passkeys passkeys;

	@Autowired
	PasskeyChallenges challenges;

	@Autowired
	TestDatabase database;

	private CurrentAccount account = new CurrentAccount(0, "", Role.EDITOR, null, 0);

	private TestAuthenticator authenticator;

	private Bytes handle = Bytes.random();

	PasskeySignInTests() throws GeneralSecurityException {
		this.authenticator = new TestAuthenticator(ADDRESS);
	}

	@BeforeEach
	void addPasskey() throws GeneralSecurityException {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		this.account = new CurrentAccount(person.id(), person.login(), Role.EDITOR, null, 0);
		PublicKeyCredentialCreationOptions options = this.passkeys.creationOptions(this.account, ADDRESS);
		this.handle = options.getUser().getId();
		this.passkeys.add(this.account, options, this.authenticator.create(options), "key", ADDRESS);
	}

	@Test
	void acceptsAnAnswerWithAndWithoutTheHandle() throws GeneralSecurityException {
		assertThat(signIn(this.handle)).isEqualTo(this.account);
		assertThat(signIn(null)).isEqualTo(this.account);
	}

	@Test
	void refusesTheHandleOfAnotherAccount() {
		assertThatExceptionOfType(PasskeyRefusedException.class).isThrownBy(() -> signIn(Bytes.random()))
			.satisfies((refusal) -> assertThat(refusal.login()).isEqualTo(this.account.login()));
	}

	@Test
	void givesAChallengeToOneOfTwoRequestsThatReadItTogether() {
		PublicKeyCredentialRequestOptions options = this.passkeys.requestOptions(ADDRESS);
		String session = UUID.randomUUID().toString();
		MockHttpServletRequest one = copy(session, options);
		MockHttpServletRequest other = copy(session, options);
		one.getSession().getAttributeNames().asIterator().forEachRemaining((name) -> save(session, name));
		assertThat(this.challenges.take(one, new MockHttpServletResponse())).contains(options);
		assertThat(this.challenges.take(other, new MockHttpServletResponse())).isEmpty();
	}

	private CurrentAccount signIn(@Nullable Bytes given) throws GeneralSecurityException {
		PublicKeyCredentialRequestOptions options = this.passkeys.requestOptions(ADDRESS);
		return this.passkeys.signIn(options, this.authenticator.sign(options, given), ADDRESS);
	}

	/** What a request has read of the session. */
	private MockHttpServletRequest copy(String session, PublicKeyCredentialRequestOptions options) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(new MockHttpSession(null, session));
		this.challenges.save(options, request, new MockHttpServletResponse());
		return request;
	}

	private void save(String session, String attribute) {
		this.database.jdbc().sql("""
				WITH saved AS (INSERT INTO sessions (primary_id, session_id, creation_time, last_access_time,
				        max_inactive_interval, expiry_time)
				    VALUES (:session, :session, 0, 0, 60, 9000000000000) RETURNING primary_id)
				INSERT INTO sessions_attributes (session_primary_id, attribute_name, attribute_bytes)
				SELECT primary_id, :attribute, '' FROM saved
				""").param("session", session).param("attribute", attribute).update();
	}

}
