package dev.segmentation.account.factor.passkey;

import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/**
 * The accounts as authenticators know them.
 */
@Repository
class PasskeyHolderRepository implements PublicKeyCredentialUserEntityRepository {

	private final JdbcClient jdbc;

	PasskeyHolderRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
		return this.jdbc.sql("""
				SELECT account.login FROM passkey_holders holder
				JOIN accounts account ON account.id = holder.account_id
				WHERE holder.handle = ?
				""")
			.param(handle.getBytes())
			.query(String.class)
			.optional()
			.map((login) -> entity(login, handle))
			.orElse(null);
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
		return this.jdbc.sql("""
				SELECT holder.handle FROM passkey_holders holder
				JOIN accounts account ON account.id = holder.account_id
				WHERE lower(account.login) = lower(?)
				""")
			.param(login)
			.query(byte[].class)
			.optional()
			.map((handle) -> entity(login, new Bytes(handle)))
			.orElse(null);
	}

	/** Keeps the first handle when two requests save one at the same time. */
	@Override
	public void save(PublicKeyCredentialUserEntity entity) {
		this.jdbc.sql("""
				INSERT INTO passkey_holders (account_id, handle)
				SELECT id, :handle FROM accounts WHERE lower(login) = lower(:login)
				ON CONFLICT DO NOTHING
				""").param("handle", entity.getId().getBytes()).param("login", entity.getName()).update();
	}

	@Override
	public void delete(Bytes handle) {
		this.jdbc.sql("DELETE FROM passkey_holders WHERE handle = ?").param(handle.getBytes()).update();
	}

	/**
	 * Finds an account that may sign in with a passkey.
	 */
	Optional<CurrentAccount> findEnabled(Bytes handle) {
		return this.jdbc
			.sql("""
					SELECT account.id, account.login, account.role, account.user_id, account.generation FROM passkey_holders holder
					JOIN accounts account ON account.id = holder.account_id
					WHERE holder.handle = ? AND account.enabled AND account.owner_id IS NULL AND account.role <> 'MEMBER'
					""")
			.param(handle.getBytes())
			.query(CurrentAccount.class)
			.optional();
	}

	private static PublicKeyCredentialUserEntity entity(String login, Bytes handle) {
		return ImmutablePublicKeyCredentialUserEntity.builder().name(login).displayName(login).id(handle).build();
	}

}
