package dev.segmentation.history.note;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the notes of acts.
 */
@Repository
class NoteRepository {

	private final JdbcClient jdbc;

	NoteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the different notes among the last acts of an account, newest first.
	 * @param acts the number of acts with a note to read
	 */
	List<String> findRecent(long accountId, int acts, int limit) {
		return this.jdbc.sql("""
				SELECT note FROM (SELECT note, at, id FROM acts WHERE account_id = :account AND note IS NOT NULL
				                  ORDER BY at DESC, id DESC LIMIT :acts) AS last
				GROUP BY note ORDER BY max(at) DESC, max(id) DESC LIMIT :limit
				""").param("account", accountId).param("acts", acts).param("limit", limit).query(String.class).list();
	}

}
