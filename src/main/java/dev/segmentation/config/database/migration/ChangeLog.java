package dev.segmentation.config.database.migration;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.parser.ChangeLogParserFactory;

import org.springframework.core.io.DefaultResourceLoader;

/**
 * The migrations of this program.
 */
final class ChangeLog {

	static final String FILE = "db/changelog/db.changelog-master.yaml";

	private static final Pattern DROP_TABLE = Pattern.compile("\\bDROP TABLE (?:IF EXISTS )?([^;]+)");

	private static final Pattern DROP_COLUMN = Pattern.compile("\\bALTER TABLE (\\w+)[^;]*?\\bDROP COLUMN\\b");

	private ChangeLog() {
	}

	static List<ChangeSet> read() throws LiquibaseException {
		SpringResourceAccessor files = new SpringResourceAccessor(new DefaultResourceLoader());
		return ChangeLogParserFactory.getInstance()
			.getParser(FILE, files)
			.parse(FILE, new ChangeLogParameters(), files)
			.getChangeSets();
	}

	/**
	 * Names the tables that the rollback of a change set drops, or whose columns it
	 * drops.
	 */
	static List<String> reducedTables(ChangeSet changeSet) {
		return changeSet.getRollback()
			.getChanges()
			.stream()
			.filter(AbstractSQLChange.class::isInstance)
			.map((change) -> "" + ((AbstractSQLChange) change).getSql())
			.flatMap((sql) -> Stream.concat(matches(DROP_TABLE, sql), matches(DROP_COLUMN, sql)))
			.flatMap((tables) -> Arrays.stream(tables.split(",")))
			.map((table) -> table.strip().split("\\s")[0])
			.toList();
	}

	private static Stream<String> matches(Pattern pattern, String sql) {
		return pattern.matcher(sql).results().map((MatchResult match) -> match.group(1));
	}

}
