package dev.segmentation.membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sets the note of the acts of a transaction.
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

}
