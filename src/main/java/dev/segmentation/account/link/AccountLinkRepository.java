package dev.segmentation.account.link;

import java.util.Collection;
import java.util.Optional;

import dev.segmentation.shared.Purge;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountLinkRepository implements Purge {

	private static final String OPEN = """
			SELECT l.id, l.kind, l.account_id, a.login, coalesce(l.address, a.email) AS email,
			       coalesce(l.staff_role, a.role) AS role, m.login AS made_by, l.made_at, l.expires_at,
			       l.expires_at <= now() AS expired
			FROM account_links AS l
			LEFT JOIN accounts AS a ON a.id = l.account_id
			LEFT JOIN accounts AS m ON m.id = l.made_by
			WHERE l.used_at IS NULL AND (a.id IS NULL OR a.enabled) AND\s""";

	private final JdbcClient jdbc;

	AccountLinkRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether an account has this e-mail address and has confirmed it.
	 */
	boolean isTaken(String email) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT FROM accounts WHERE lower(email) = lower(:email) AND email_confirmed)")
			.param("email", email)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Adds an invitation.
	 * @throws org.springframework.dao.DuplicateKeyException when the address has an open
	 * one
	 */
	long insertInvitation(byte[] hash, String email, Role role, long madeBy) {
		return this.jdbc.sql("""
				INSERT INTO account_links (kind, link_hash, address, staff_role, made_by, expires_at)
				VALUES ('INVITATION', :hash, :email, :role, :by, now() + make_interval(hours => :hours))
				RETURNING id
				""")
			.param("hash", hash)
			.param("email", email)
			.param("role", role.name())
			.param("by", madeBy)
			.param("hours", AccountLink.HOURS)
			.query(Long.class)
			.single();
	}

	/**
	 * Replaces the link of an open invitation.
	 */
	Optional<AccountLink> renew(long id, byte[] hash, long madeBy) {
		this.jdbc
			.sql("""
					UPDATE account_links
					SET link_hash = :hash, made_by = :by, made_at = now(), expires_at = now() + make_interval(hours => :hours)
					WHERE id = :id AND kind = 'INVITATION' AND used_at IS NULL
					""")
			.param("hash", hash)
			.param("by", madeBy)
			.param("hours", AccountLink.HOURS)
			.param("id", id)
			.update();
		return findInvitation(id);
	}

	Optional<AccountLink> findInvitation(long id) {
		return this.jdbc.sql(OPEN + "l.id = :id AND l.kind = 'INVITATION'")
			.param("id", id)
			.query(AccountLink.class)
			.optional();
	}

	/**
	 * Finds a link that can be used.
	 */
	Optional<AccountLink> findUsable(byte[] hash) {
		return this.jdbc.sql(OPEN + "l.link_hash = :hash AND l.expires_at > now()")
			.param("hash", hash)
			.query(AccountLink.class)
			.optional();
	}

	/**
	 * Marks a link as used. Of two requests at the same time, one succeeds.
	 */
	boolean use(byte[] hash) {
		return this.jdbc.sql("UPDATE account_links SET used_at = now() WHERE link_hash = :hash AND used_at IS NULL")
			.param("hash", hash)
			.update() > 0;
	}

	boolean deleteInvitation(long id) {
		return this.jdbc.sql("DELETE FROM account_links WHERE id = :id AND kind = 'INVITATION' AND used_at IS NULL")
			.param("id", id)
			.update() > 0;
	}

	/**
	 * Adds a reset, which replaces an open one.
	 */
	void replaceReset(byte[] hash, long accountId, @Nullable Long madeBy) {
		this.jdbc.sql("DELETE FROM account_links WHERE account_id = :id AND kind = 'RESET' AND used_at IS NULL")
			.param("id", accountId)
			.update();
		this.jdbc.sql("""
				INSERT INTO account_links (kind, link_hash, account_id, made_by, expires_at)
				VALUES ('RESET', :hash, :id, CAST(:by AS bigint), now() + make_interval(hours => :hours))
				""")
			.param("hash", hash)
			.param("id", accountId)
			.param("by", madeBy)
			.param("hours", AccountLink.HOURS)
			.update();
	}

	void deleteFor(Collection<Long> accounts) {
		this.jdbc.sql("DELETE FROM account_links WHERE used_at IS NULL AND account_id = ANY (:ids)")
			.param("ids", accounts.toArray(Long[]::new))
			.update();
	}

	void deleteMadeBy(Collection<Long> accounts) {
		this.jdbc.sql("DELETE FROM account_links WHERE used_at IS NULL AND made_by = ANY (:ids)")
			.param("ids", accounts.toArray(Long[]::new))
			.update();
	}

	/**
	 * Deletes links that ended a month ago. The audit still tells who made them.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM account_links WHERE expires_at < now() - interval '30 days'").update();
	}

}
