package dev.segmentation.report;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * The settings and the end of links.
 */
@Repository
class LinkSettingsRepository {

	private final JdbcClient jdbc;

	LinkSettingsRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void update(long id, LinkSettings settings) {
		this.jdbc.sql("""
				UPDATE reports SET title = :title, recipient = :recipient, max_openings = CASE WHEN page THEN :max END
				WHERE id = :id
				""")
			.param("title", settings.title())
			.param("recipient", settings.recipient())
			.param("max", settings.maxOpenings(), Types.BIGINT)
			.param("id", id)
			.update();
	}

	/**
	 * Gives the link of a report a page.
	 */
	void addPage(long id) {
		this.jdbc.sql("UPDATE reports SET page = true WHERE id = :id AND place = 'LINK'").param("id", id).update();
	}

	/**
	 * Sets or removes the password of a link that has a page. A new password ends the
	 * downloads of earlier openings.
	 * @param hash {@code null} for no password
	 */
	void setPassword(long id, @Nullable String hash) {
		this.jdbc.sql("""
				UPDATE reports SET password_hash = :hash,
				    closed_openings = CASE WHEN CAST(:hash AS text) IS NULL THEN closed_openings ELSE opened END
				WHERE id = :id AND page
				""").param("hash", hash).param("id", id).update();
	}

	Optional<String> findPasswordHash(long id) {
		return this.jdbc.sql("SELECT password_hash FROM reports WHERE id = :id AND password_hash IS NOT NULL")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	/**
	 * Gives a report the settings of the one that it replaces.
	 */
	void copy(long from, long to) {
		this.jdbc.sql("""
				UPDATE reports AS r SET title = o.title, recipient = o.recipient, max_openings = o.max_openings,
				    password_hash = o.password_hash
				FROM reports AS o WHERE r.id = :to AND o.id = :from
				""").param("from", from).param("to", to).update();
	}

	/**
	 * Finds the end of a report that is open, and locks the report until the transaction
	 * ends.
	 */
	Optional<Instant> lockEnd(long id) {
		return this.jdbc.sql("""
				SELECT expires_at FROM reports
				WHERE id = :id AND revoked_at IS NULL AND expires_at > clock_timestamp() FOR NO KEY UPDATE
				""").param("id", id).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
	}

	void updateEnd(long id, Instant end) {
		this.jdbc
			.sql("UPDATE reports SET first_end = coalesce(first_end, expires_at), expires_at = :end WHERE id = :id")
			.param("end", utc(end))
			.param("id", id)
			.update();
	}

}
