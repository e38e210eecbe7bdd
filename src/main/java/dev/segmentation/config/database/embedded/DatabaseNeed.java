package dev.segmentation.config.database.embedded;

/**
 * What a command needs of the database in the data folder. A database that the settings
 * name is used as it is.
 */
public enum DatabaseNeed {

	/** A database. If an instance is running, the command uses its server. */
	EXISTING,

	/** A database that no running instance uses. */
	STOPPED,

	/** As {@link #EXISTING}, but a missing database is created. */
	CREATED

}
