package dev.segmentation.config.database;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Closes connections to a database that has become read-only. After a failover behind a
 * proxy, they would stay open to the former primary. The next connection finds the new
 * one.
 */
public class ReadOnlyEviction implements SQLExceptionOverride {

	private static final String READ_ONLY = "25006";

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return READ_ONLY.equals(ex.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
