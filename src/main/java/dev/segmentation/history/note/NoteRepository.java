package dev.segmentation.history.note;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and changes the notes of acts.
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

	/**
	 * Changes the note of an act if it is still the former one.
	 */
	boolean change(long actId, String before, String note, long accountId) {
		return this.jdbc.sql("""
				UPDATE acts SET note = nullif(:note, '')
				FROM set_config('segmentation.note_account', CAST(:account AS text), true)
				WHERE id = :act AND coalesce(note, '') = :before
				""")
			.param("act", actId)
			.param("before", before)
			.param("note", note)
			.param("account", accountId)
			.update() > 0;
	}

	/**
	 * Finds the versions of a note that was changed, newest first.
	 */
	List<NoteVersion> findVersions(long actId, int limit) {
		return this.jdbc.sql("""
				SELECT v.at, by.login AS account, v.note FROM (
				    SELECT id, at, account_id, after AS note FROM note_changes WHERE act_id = :act
				    UNION ALL
				    (SELECT 0, a.at, a.account_id, c.before FROM note_changes AS c JOIN acts AS a ON a.id = c.act_id
				     WHERE c.act_id = :act ORDER BY c.id LIMIT 1)) AS v
				LEFT JOIN accounts AS by ON by.id = v.account_id
				WHERE v.id > 0 OR v.note IS NOT NULL
				ORDER BY v.id DESC LIMIT :limit
				""").param("act", actId).param("limit", limit).query(NoteVersion.class).list();
	}

}
