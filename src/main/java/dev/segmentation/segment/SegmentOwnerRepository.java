package dev.segmentation.segment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SegmentOwnerRepository {

	private final JdbcClient jdbc;

	SegmentOwnerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the present owners, and the accounts that could become owners.
	 */
	List<SegmentOwner> findCandidates(long segmentId) {
		return this.jdbc.sql("""
				SELECT a.id AS account_id, a.login, a.full_name, a.enabled, o.account_id IS NOT NULL AS owner
				FROM accounts AS a
				LEFT JOIN segment_owners AS o ON o.segment_id = :segment AND o.account_id = a.id
				WHERE a.role <> 'MEMBER' AND a.owner_id IS NULL AND a.deleted_at IS NULL
				  AND (o.account_id IS NOT NULL OR a.enabled AND a.role IN ('EDITOR', 'ADMIN'))
				ORDER BY lower(a.login), a.id
				""").param("segment", segmentId).query(SegmentOwner.class).list();
	}

	/**
	 * Finds the owners. Some of them may be disabled or have a lower role now.
	 */
	List<Owner> findOwners(long segmentId) {
		return this.jdbc.sql("""
				SELECT a.login, a.enabled AND a.role IN ('EDITOR', 'ADMIN') AS able
				FROM segment_owners AS o JOIN accounts AS a ON a.id = o.account_id
				WHERE o.segment_id = :segment AND a.deleted_at IS NULL ORDER BY lower(a.login), a.id
				""").param("segment", segmentId).query(Owner.class).list();
	}

	/**
	 * Finds those of the segments that an account may change, if its role permits
	 * changes.
	 */
	Set<Long> findChangeable(Collection<Long> segmentIds, long accountId) {
		return this.jdbc.sql("""
				SELECT s.id FROM segments AS s
				WHERE s.id = ANY (:segments) AND (NOT s.restricted OR owns_segment(s.id, :account))
				""")
			.param("segments", segmentIds.toArray(Long[]::new))
			.param("account", accountId)
			.query(Long.class)
			.set();
	}

	/**
	 * Whether an account is an owner or an administrator.
	 */
	boolean isOwner(long segmentId, long accountId) {
		return this.jdbc.sql("SELECT owns_segment(:segment, :account)")
			.param("segment", segmentId)
			.param("account", accountId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Locks the segment until the end of the transaction, so that changes of its owners
	 * are made one after another.
	 */
	Optional<Held> hold(long segmentId) {
		return this.jdbc.sql("SELECT name, restricted FROM segments WHERE id = :segment FOR NO KEY UPDATE")
			.param("segment", segmentId)
			.query(Held.class)
			.optional();
	}

	void restrict(long segmentId, boolean restricted, long accountId) {
		this.jdbc.sql("""
				UPDATE segments SET restricted = :restricted FROM begin_act('page', :account, NULL)
				WHERE id = :segment AND restricted <> :restricted
				""").param("restricted", restricted).param("account", accountId).param("segment", segmentId).update();
	}

	void replaceOwners(long segmentId, Collection<Long> accountIds) {
		Long[] ids = accountIds.toArray(Long[]::new);
		this.jdbc.sql("DELETE FROM segment_owners WHERE segment_id = :segment AND account_id <> ALL (:accounts)")
			.param("segment", segmentId)
			.param("accounts", ids)
			.update();
		this.jdbc.sql("""
				INSERT INTO segment_owners (segment_id, account_id)
				SELECT :segment, a.id FROM accounts AS a
				WHERE a.id = ANY (:accounts) AND a.owner_id IS NULL AND a.enabled AND a.role IN ('EDITOR', 'ADMIN')
				ON CONFLICT DO NOTHING
				""").param("segment", segmentId).param("accounts", ids).update();
	}

	/**
	 * An owner.
	 *
	 * @param able whether the account can change the segment now
	 */
	record Owner(String login, boolean able) {
	}

	/**
	 * A locked segment.
	 */
	record Held(String name, boolean restricted) {
	}

}
