package dev.segmentation.config.database.migration;

import java.util.List;

import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of a database.
 *
 * @param applied the applied change sets, oldest first
 * @param pending the names of change sets that the next migration applies: new ones, and
 * routines whose file has changed
 * @param unknown the names of applied change sets that this program does not have
 * @param lowestVersion the lowest version of the program that may use the database;
 * {@code null} if every version may
 */
public record MigrationStatus(List<AppliedChangeSet> applied, List<String> pending, List<String> unknown,
		@Nullable String lowestVersion) {

	static MigrationStatus of(List<AppliedChangeSet> applied, List<ChangeSet> all, @Nullable String lowestVersion) {
		List<String> pending = all.stream()
			.filter((changeSet) -> applied.stream().noneMatch((row) -> row.isOf(changeSet) && isDone(row, changeSet)))
			.map((changeSet) -> AppliedChangeSet.name(changeSet.getFilePath(), changeSet.getId()))
			.toList();
		List<String> unknown = applied.stream()
			.filter((row) -> all.stream().noneMatch(row::isOf))
			.map(AppliedChangeSet::name)
			.toList();
		return new MigrationStatus(applied, pending, unknown, lowestVersion);
	}

	private static boolean isDone(AppliedChangeSet row, ChangeSet changeSet) {
		return !changeSet.isRunOnChange() || row.isCurrent(changeSet);
	}

	/**
	 * Returns the newest applied change sets, newest first.
	 */
	public List<AppliedChangeSet> newest(int number) {
		return this.applied.reversed().stream().limit(number).toList();
	}

}
