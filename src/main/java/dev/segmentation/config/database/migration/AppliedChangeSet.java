package dev.segmentation.config.database.migration;

import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * A change set that the database records as applied.
 *
 * @param at the date and time of the last run, in the time zone of the program that ran
 * it
 */
public record AppliedChangeSet(String file, String id, @Nullable String checksum, String at) {

	/**
	 * Returns the file and the id.
	 */
	public String name() {
		return name(this.file, this.id);
	}

	boolean isOf(ChangeSet changeSet) {
		return this.id.equals(changeSet.getId()) && this.file.equals(changeSet.getFilePath());
	}

	/** Whether the file has the same text as when it ran. */
	boolean isCurrent(ChangeSet changeSet) {
		return changeSet.generateCheckSum(ChecksumVersion.latest()).toString().equals(this.checksum);
	}

	static String name(String file, String id) {
		return "%s: %s".formatted(file.replaceFirst("^db/changelog/", ""), id);
	}

}
