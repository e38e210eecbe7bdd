package dev.segmentation.account.factor.code;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecoveryCodeRepository {

	private final JdbcClient jdbc;

	RecoveryCodeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void replace(long accountId, List<byte[]> hashes) {
		delete(accountId);
		this.jdbc.sql("INSERT INTO recovery_codes (account_id, code_hash) SELECT :account, unnest(:hashes)")
			.param("account", accountId)
			.param("hashes", hashes.toArray(byte[][]::new))
			.update();
	}

	/**
	 * Marks a code as used.
	 * @return false when the account has no such code, or it was used before
	 */
	boolean use(long accountId, byte[] hash) {
		return this.jdbc.sql("""
				UPDATE recovery_codes SET used_at = now()
				WHERE account_id = :account AND code_hash = :hash AND used_at IS NULL
				""").param("account", accountId).param("hash", hash).update() > 0;
	}

	void delete(long accountId) {
		this.jdbc.sql("DELETE FROM recovery_codes WHERE account_id = ?").param(accountId).update();
	}

}
