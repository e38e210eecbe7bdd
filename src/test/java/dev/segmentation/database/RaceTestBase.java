package dev.segmentation.database;

import java.sql.SQLException;

import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;

/**
 * The base of tests of races. Their transactions meet at known points.
 */
abstract class RaceTestBase extends RoutineTestBase {

	protected final Backend first;

	protected final Backend second;

	protected final Backend third;

	RaceTestBase(TestDatabase database) throws SQLException {
		super(database);
		this.first = new Backend(database);
		this.second = new Backend(database);
		this.third = new Backend(database);
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.first.close();
		this.second.close();
		this.third.close();
	}

}
