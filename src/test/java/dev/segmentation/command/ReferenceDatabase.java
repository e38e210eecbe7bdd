package dev.segmentation.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A database of the reference service.
 */
record ReferenceDatabase(TestDatabase database) {

	/**
	 * Creates a database from scripts.
	 */
	static ReferenceDatabase of(String... scripts) {
		TestDatabase database = TestDatabases.createEmpty();
		ResourceDatabasePopulator populator = new ResourceDatabasePopulator();
		populator.setSqlScriptEncoding("UTF-8");
		Arrays.stream(scripts).map((script) -> new ClassPathResource("db/" + script)).forEach(populator::addScript);
		populator.execute(database.statements());
		return new ReferenceDatabase(database);
	}

	JdbcClient jdbc() {
		return this.database.jdbc();
	}

	/**
	 * Carries it over to a database of the application.
	 */
	CommandRun carryOverTo(TestDatabase target, String... options) {
		List<String> arguments = new ArrayList<>(
				List.of("import-from", this.database.url(), "--segmentation.reference.username=" + this.database.user(),
						"--segmentation.reference.password=" + this.database.password()));
		arguments.addAll(List.of(options));
		return CommandRun.on(target, arguments.toArray(String[]::new));
	}

	/** The answer of the reference service about the segments of a user. */
	List<String> activeSegments(long userId) {
		return jdbc().sql("""
				SELECT s.name FROM segments AS s JOIN relations AS r ON r.segment_id = s.id
				WHERE r.user_id = :user ORDER BY s.id
				""").param("user", userId).query(String.class).list();
	}

	/** The answer of the reference service about the members of a segment. */
	List<String> activeUsers(long segmentId) {
		return jdbc().sql("""
				SELECT concat_ws(' ', u.id, u.login, to_char(u.registered_at, 'YYYY-MM-DD"T"HH24:MI:SS.US'))
				FROM users AS u JOIN relations AS r ON r.user_id = u.id WHERE r.segment_id = :segment ORDER BY u.id
				""").param("segment", segmentId).query(String.class).list();
	}

}
