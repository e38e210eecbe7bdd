package dev.segmentation.history;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps lists of users under keys.
 */
@Repository
class UserListRepository {

	private final JdbcClient jdbc;

	UserListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Inserts a list, unless it is there already. */
	void insert(String key, List<Long> userIds) {
		this.jdbc.sql("INSERT INTO user_lists (key, user_ids) VALUES (:key, :users) ON CONFLICT (key) DO NOTHING")
			.param("key", key)
			.param("users", userIds.toArray(Long[]::new))
			.update();
	}

	Optional<List<Long>> find(String key) {
		return this.jdbc.sql("SELECT user_ids FROM user_lists WHERE key = :key")
			.param("key", key)
			.query((row, number) -> List.of((Long[]) row.getArray("user_ids").getArray()))
			.optional();
	}

}
