package dev.segmentation.membership;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sets the note of the acts of a transaction, and returns the act.
 */
@Repository
class ActNoteRepository {

	private final JdbcClient jdbc;

	ActNoteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void set(String note) {
		this.jdbc.sql("SELECT set_config('segmentation.note', :note, true)")
			.param("note", note)
			.query(String.class)
			.single();
	}

	/**
	 * Returns the act that this transaction has recorded.
	 */
	Optional<Long> currentAct() {
		return this.jdbc.sql("SELECT nullif(current_setting('segmentation.act_id', true), '')::bigint AS id")
			.query((row, number) -> Optional.ofNullable(row.getObject("id", Long.class)))
			.single();
	}

}
