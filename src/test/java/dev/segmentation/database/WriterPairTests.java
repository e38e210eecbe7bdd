package dev.segmentation.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts every pair of writers at once. A third transaction stops both of them halfway,
 * when they have their first locks, and then lets them go. No pair may deadlock, and each
 * writer must succeed or be refused.
 */
@DatabaseTest
class WriterPairTests extends RaceTestBase {

	/** Not a member, already a member, a user or segment that was deleted, and so on. */
	private static final List<String> REFUSALS = List.of(Refusals.NO_SUCH_USER, Refusals.NO_SUCH_SEGMENT,
			Refusals.ALREADY_A_MEMBER, Refusals.NOT_A_MEMBER, Refusals.ANOTHER_MEMBERSHIP, Refusals.UNDONE_ALREADY);

	/** A list of a segment that was deleted meanwhile. */
	private static final String FOREIGN_KEY = "23503";

	WriterPairTests(TestDatabase database) throws SQLException {
		super(database);
	}

	/** Once after all pairs, whose history is long. */
	@Override
	void membershipsAndHistoryAgree() {
	}

	@AfterAll
	static void membershipsAndHistoryAgree(TestDatabase database) {
		assertThat(database.historyMismatches()).isEmpty();
		assertThat(database.sizeMismatches()).isEmpty();
	}

	static Stream<Arguments> stopsAndWriters() {
		return Stream.of("memberships", "operations")
			.flatMap((stop) -> Stream.of(Writer.values()).map((writer) -> Arguments.of(stop, writer)));
	}

	@ParameterizedTest
	@MethodSource("stopsAndWriters")
	void neverDeadlock(String stop, Writer one) throws Exception {
		for (Writer other : List.of(Writer.values()).subList(one.ordinal(), Writer.values().length)) {
			assertThat(race(stop, one, other)).as("%s and %s, stopped at %s", one, other, stop)
				.allMatch((state) -> state.isEmpty() || REFUSALS.contains(state) || FOREIGN_KEY.equals(state));
		}
	}

	private List<String> race(String stop, Writer one, Writer other) throws Exception {
		Writer.Scene scene = Writer.Scene.create(this.jdbc);
		this.third.jdbc().sql("LOCK TABLE " + stop + " IN EXCLUSIVE MODE").update();
		CompletableFuture<String> former = start(this.first, one, scene);
		CompletableFuture<String> latter = start(this.second, other, scene);
		this.third.rollback();
		CompletableFuture<String> formerEnd = former.whenComplete((state, failure) -> end(this.first, state));
		CompletableFuture<String> latterEnd = latter.whenComplete((state, failure) -> end(this.second, state));
		return List.of(formerEnd.get(60, TimeUnit.SECONDS), latterEnd.get(60, TimeUnit.SECONDS));
	}

	/** Returns the SQLSTATE of the refusal, or nothing. */
	private static CompletableFuture<String> start(Backend backend, Writer writer, Writer.Scene scene) {
		return backend.start((client) -> {
			try {
				writer.work(client, scene);
				return "";
			}
			catch (RuntimeException ex) {
				return (NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException failure)
						? "" + failure.getSQLState() : "" + ex;
			}
		});
	}

	private static void end(Backend backend, String state) {
		if (state.isEmpty()) {
			backend.commit();
		}
		else {
			backend.rollback();
		}
	}

}
