package dev.segmentation.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SegmentRepository {

	private final JdbcClient jdbc;

	SegmentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(CreateSegment segment, long accountId) {
		return this.jdbc.sql("""
				INSERT INTO segments (name, assign_percent, created_by)
				SELECT :name, :percent, :account
				FROM begin_act('percent', :account, NULL)
				RETURNING id
				""")
			.param("name", segment.name())
			.param("percent", segment.assignPercent())
			.param("account", accountId)
			.query(Long.class)
			.single();
	}

	Optional<Segment> find(long id) {
		return this.jdbc.sql("SELECT id, name, assign_percent FROM segments WHERE id = :id")
			.param("id", id)
			.query(SegmentRepository::segment)
			.optional();
	}

	void forEach(long after, @Nullable Integer limit, Consumer<Segment> consumer) {
		this.jdbc.sql("""
				SELECT id, name, assign_percent FROM segments
				WHERE id > :after ORDER BY id LIMIT CAST(:limit AS integer)
				""")
			.param("after", after)
			.param("limit", limit)
			.withFetchSize(1000)
			.query((ResultSet row) -> consumer.accept(segment(row, row.getRow())));
	}

	boolean delete(long id, long accountId) {
		return this.jdbc.sql("""
				DELETE FROM segments USING begin_act('segment_deleted', :account, NULL) WHERE id = :id
				""").param("account", accountId).param("id", id).update() > 0;
	}

	boolean delete(String name, long accountId) {
		return this.jdbc.sql("""
				DELETE FROM segments USING begin_act('segment_deleted', :account, NULL) WHERE name = :name
				""").param("account", accountId).param("name", name).update() > 0;
	}

	/**
	 * Counts waiting changes into the kept sizes.
	 * @return how many, at most the limit
	 */
	long foldChanges(int limit) {
		return this.jdbc.sql("SELECT fold_changes(:limit)").param("limit", limit).query(Long.class).single();
	}

	private static Segment segment(ResultSet row, int number) throws SQLException {
		return new Segment(row.getLong("id"), row.getString("name"), row.getBigDecimal("assign_percent"));
	}

}
