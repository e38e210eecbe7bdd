package dev.segmentation.account;

import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActingAccountRepository {

	private final JdbcClient jdbc;

	ActingAccountRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks accounts in the order of their ids.
	 */
	List<Held> lock(Collection<Long> ids) {
		return this.jdbc.sql("""
				SELECT id, role, enabled FROM accounts WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE
				""").param("ids", ids.toArray(Long[]::new)).query(Held.class).list();
	}

	record Held(long id, Role role, boolean enabled) {

		boolean may(Role needed) {
			return this.enabled && this.role.compareTo(needed) >= 0;
		}

	}

}
