package dev.segmentation.config.database.migration;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Comparator;

import dev.segmentation.config.ProgramInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lowest version of the program that may use a database. A change set with which
 * older versions do not work has the label {@code lowest-VERSION}. Liquibase records the
 * label when it applies the change set, and deletes it when it rolls the change set back.
 */
final class LowestVersion {

	private LowestVersion() {
	}

	/**
	 * Finds the version. Without one, every version may use the database.
	 */
	static @Nullable String find(JdbcClient jdbc) {
		if (!jdbc.sql("SELECT to_regclass('databasechangelog') IS NOT NULL").query(Boolean.class).single()) {
			return null;
		}
		return jdbc
			.sql("SELECT substr(label, 8) FROM databasechangelog, string_to_table(labels, ',') AS label"
					+ " WHERE starts_with(label, 'lowest-')")
			.query(String.class)
			.list()
			.stream()
			.max(Comparator.comparing(Version::parse))
			.orElse(null);
	}

	/**
	 * Refuses to use the database if this program is older.
	 * @throws UnusableDatabaseException with the version that it needs
	 */
	static void refuseOlderProgram(JdbcClient jdbc) {
		String lowest = find(jdbc);
		String own = ProgramInfo.version();
		if (lowest != null && Version.parse(own).compareTo(Version.parse(lowest)) < 0) {
			throw new UnusableDatabaseException(
					"The database needs version %s of the program or a newer one, but this is version %s. Start a newer version."
						.formatted(lowest, own));
		}
	}

}
