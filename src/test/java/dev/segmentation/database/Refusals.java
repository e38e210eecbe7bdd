package dev.segmentation.database;

import java.sql.SQLException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Expects refusals of the database by their SQLSTATE.
 */
final class Refusals {

	static final String NO_SUCH_USER = "SG001";

	static final String NO_SUCH_SEGMENT = "SG002";

	static final String ALREADY_A_MEMBER = "SG003";

	static final String NOT_A_MEMBER = "SG004";

	static final String NO_ACT = "SG005";

	static final String APPEND_ONLY = "SG006";

	static final String END_IN_PAST = "SG007";

	static final String ANOTHER_MEMBERSHIP = "SG008";

	static final String RESTRICTED = "SG009";

	static final String UNDONE_ALREADY = "SG010";

	private Refusals() {
	}

	static void assertRefused(String sqlState, ThrowingCallable change) {
		assertThatThrownBy(change).rootCause()
			.isInstanceOfSatisfying(SQLException.class,
					(ex) -> assertThat(ex.getSQLState()).as(ex.getMessage()).isEqualTo(sqlState));
	}

}
