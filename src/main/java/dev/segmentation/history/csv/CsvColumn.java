package dev.segmentation.history.csv;

import java.util.EnumSet;
import java.util.Set;

/**
 * The columns that a file of the history can have, in their usual order.
 */
public enum CsvColumn {

	USER_ID("user-id"), EXTERNAL_ID("external-id"), LOGIN("login"), EMAIL("email"), SEGMENT_ID("segment-id"),
	SEGMENT_NAME("segment-name"),

	/** Added or deleted; with a column of ends also {@code end_changed}. */
	TYPE("type"),

	DATE("date"), ACT("act"), SOURCE("cause"),

	/** The login of the account that made the change. */
	ACCOUNT("account"),

	NOTE("note"), OLD_END("old-end"), NEW_END("new-end");

	/** Columns of the user as it is now; empty for a deleted user. */
	static final Set<CsvColumn> OF_USERS = EnumSet.of(EXTERNAL_ID, LOGIN, EMAIL);

	static final Set<CsvColumn> OF_ACTS = EnumSet.of(SOURCE, ACCOUNT, NOTE);

	static final Set<CsvColumn> OF_ENDS = EnumSet.of(OLD_END, NEW_END);

	private static final Set<CsvColumn> PERSONAL = EnumSet.of(LOGIN, EMAIL, ACCOUNT, NOTE);

	private final String header;

	CsvColumn(String header) {
		this.header = header;
	}

	String header() {
		return this.header;
	}

	/**
	 * Returns its name in JSON.
	 */
	public String jsonName() {
		return this.header.replace('-', '_');
	}

	/**
	 * Whether its values are dates.
	 */
	public boolean isDate() {
		return this == DATE || OF_ENDS.contains(this);
	}

	/**
	 * Whether its values are whole numbers.
	 */
	public boolean isNumber() {
		return this == USER_ID || this == SEGMENT_ID || this == ACT;
	}

	/**
	 * Whether its values may identify a person.
	 */
	public boolean isPersonal() {
		return PERSONAL.contains(this);
	}

}
