package dev.segmentation.filter;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SavedFilterRepository {

	private static final String VISIBLE = """
			SELECT f.id, f.list, f.owner_id, f.name, f.query, f.created_by, a.login AS author
			FROM saved_filters AS f LEFT JOIN accounts AS a ON a.id = f.created_by
			WHERE (f.owner_id = :account OR f.owner_id IS NULL)
			""";

	private final JdbcClient jdbc;

	SavedFilterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the filters of an account and of the team, by name.
	 */
	List<SavedFilter> find(FilteredList list, long accountId) {
		return this.jdbc.sql(VISIBLE + " AND f.list = :list ORDER BY lower(f.name), f.id")
			.param("account", accountId)
			.param("list", list.name())
			.query(SavedFilter.class)
			.list();
	}

	/**
	 * Finds a filter of an account or of the team.
	 */
	Optional<SavedFilter> findById(long id, long accountId) {
		return this.jdbc.sql(VISIBLE + " AND f.id = :id")
			.param("account", accountId)
			.param("id", id)
			.query(SavedFilter.class)
			.optional();
	}

	/**
	 * Counts the filters of an owner.
	 * @param ownerId {@code null} for the team
	 */
	long count(FilteredList list, @Nullable Long ownerId) {
		return this.jdbc.sql("""
				SELECT count(*) FROM saved_filters WHERE list = :list AND owner_id IS NOT DISTINCT FROM :owner
				""").param("list", list.name()).param("owner", ownerId).query(Long.class).single();
	}

	/**
	 * Inserts a filter.
	 * @param ownerId {@code null} for the team
	 */
	void insert(FilterAddress address, String name, @Nullable Long ownerId, long accountId) {
		this.jdbc.sql("""
				INSERT INTO saved_filters (list, owner_id, name, query, created_by)
				VALUES (:list, :owner, :name, :query, :account)
				""")
			.param("list", address.list().name())
			.param("owner", ownerId)
			.param("name", name)
			.param("query", address.query())
			.param("account", accountId)
			.update();
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM saved_filters WHERE id = :id").param("id", id).update();
	}

	void deleteOf(long ownerId) {
		this.jdbc.sql("DELETE FROM saved_filters WHERE owner_id = :owner").param("owner", ownerId).update();
	}

}
