package dev.segmentation.account.factor.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyRepository implements UserCredentialRepository {

	private static final String SELECT = """
			SELECT holder.handle, passkey.credential_id, passkey.public_key, passkey.attestation, passkey.signature_count,
			    passkey.transports, passkey.backup_eligible, passkey.backed_up, passkey.name, passkey.created_at
			FROM passkeys passkey JOIN passkey_holders holder ON holder.account_id = passkey.account_id
			""";

	private final JdbcClient jdbc;

	PasskeyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts the passkeys of an account. Other additions wait until the end of the
	 * transaction.
	 */
	int holdCount(long accountId) {
		this.jdbc.sql("SELECT account_id FROM passkey_holders WHERE account_id = ? FOR NO KEY UPDATE")
			.param(accountId)
			.query(Long.class)
			.optional();
		return this.jdbc.sql("SELECT count(*) FROM passkeys WHERE account_id = ?")
			.param(accountId)
			.query(Integer.class)
			.single();
	}

	@Override
	public void delete(Bytes credentialId) {
		this.jdbc.sql("DELETE FROM passkeys WHERE credential_id = ?").param(credentialId.getBytes()).update();
	}

	/** Adds a passkey, or records the use of a known one. */
	@Override
	public void save(CredentialRecord passkey) {
		this.jdbc.sql("""
				INSERT INTO passkeys (account_id, credential_id, public_key, attestation, signature_count, transports,
				    backup_eligible, backed_up, name)
				SELECT account_id, :id, :key, :attestation, :count, :transports, :eligible, :backedUp, :name
				FROM passkey_holders WHERE handle = :handle
				ON CONFLICT (credential_id) DO UPDATE SET signature_count = excluded.signature_count,
				    backed_up = excluded.backed_up, last_used_at = now()
				    WHERE passkeys.account_id = excluded.account_id
				""")
			.param("handle", passkey.getUserEntityUserId().getBytes())
			.param("id", passkey.getCredentialId().getBytes())
			.param("key", passkey.getPublicKey().getBytes())
			.param("attestation", bytes(passkey.getAttestationObject()))
			.param("count", passkey.getSignatureCount())
			.param("transports",
					passkey.getTransports().stream().map(AuthenticatorTransport::getValue).toArray(String[]::new))
			.param("eligible", passkey.isBackupEligible())
			.param("backedUp", passkey.isBackupState())
			.param("name", passkey.getLabel())
			.update();
	}

	private static byte @Nullable [] bytes(@Nullable Bytes value) {
		return (value != null) ? value.getBytes() : null;
	}

	@Override
	public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
		return this.jdbc.sql(SELECT + "WHERE passkey.credential_id = ?")
			.param(credentialId.getBytes())
			.query(PasskeyRepository::toRecord)
			.optional()
			.orElse(null);
	}

	@Override
	public List<CredentialRecord> findByUserId(Bytes handle) {
		return this.jdbc.sql(SELECT + "WHERE holder.handle = ?")
			.param(handle.getBytes())
			.query(PasskeyRepository::toRecord)
			.list();
	}

	private static CredentialRecord toRecord(ResultSet row, int at) throws SQLException {
		return ImmutableCredentialRecord.builder()
			.credentialType(PublicKeyCredentialType.PUBLIC_KEY)
			.credentialId(new Bytes(row.getBytes("credential_id")))
			.userEntityUserId(new Bytes(row.getBytes("handle")))
			.publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
			.attestationObject(new Bytes(row.getBytes("attestation")))
			.signatureCount(row.getLong("signature_count"))
			.uvInitialized(true)
			.transports(transports((String[]) row.getArray("transports").getArray()))
			.backupEligible(row.getBoolean("backup_eligible"))
			.backupState(row.getBoolean("backed_up"))
			.label(row.getString("name"))
			.created(SqlTime.instant(row, "created_at"))
			.build();
	}

	private static Set<AuthenticatorTransport> transports(String[] names) {
		return Stream.of(names).map(AuthenticatorTransport::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	List<Passkey> list(long accountId) {
		return this.jdbc.sql("""
				SELECT id, name, backed_up, created_at, last_used_at FROM passkeys
				WHERE account_id = ? ORDER BY created_at, id
				""").param(accountId).query(Passkey.class).list();
	}

	boolean rename(long accountId, long id, String name) {
		return this.jdbc.sql("UPDATE passkeys SET name = :name WHERE id = :id AND account_id = :account")
			.param("name", name)
			.param("id", id)
			.param("account", accountId)
			.update() > 0;
	}

	/**
	 * Deletes a passkey of an account.
	 * @return its name
	 */
	Optional<String> delete(long accountId, long id) {
		return this.jdbc.sql("DELETE FROM passkeys WHERE id = :id AND account_id = :account RETURNING name")
			.param("id", id)
			.param("account", accountId)
			.query(String.class)
			.optional();
	}

}
