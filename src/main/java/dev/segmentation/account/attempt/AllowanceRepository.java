package dev.segmentation.account.attempt;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.segmentation.shared.Purge;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Repository;

/**
 * Stores the allowances, which all instances share. Each method takes a transaction of
 * its own, which lasts for a few statements.
 */
@Repository
class AllowanceRepository implements Purge {

	private static final String TABLE = "sign_in_allowances";

	private static final int BATCH = 10_000;

	private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;

	AllowanceRepository(DataSource source, Clock clock) {
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
			.table(TABLE)
			.expirationAfterWrite(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
			.clientClock(new Meter(clock))
			.build();
	}

	/**
	 * Takes one from an allowance.
	 * @return zero if an attempt is allowed; otherwise the time until the next one
	 */
	Duration take(AllowanceKey key) {
		return translate(() -> Duration.ofNanos(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill()));
	}

	/**
	 * Returns how long to wait until an allowance has one left.
	 */
	Duration wait(AllowanceKey key) {
		return translate(() -> Duration.ofNanos(bucket(key).estimateAbilityToConsume(1).getNanosToWaitForRefill()));
	}

	/**
	 * Gives back one that was taken.
	 */
	void giveBack(AllowanceKey key) {
		translate(() -> {
			bucket(key).addTokens(1);
			return key;
		});
	}

	/**
	 * Restores a whole allowance.
	 */
	void restore(AllowanceKey key) {
		translate(() -> {
			this.buckets.removeProxy(key.id());
			return key;
		});
	}

	/** A full allowance needs no row. */
	@Override
	public void purge() {
		int purged;
		do {
			purged = translate(() -> this.buckets.removeExpired(BATCH));
		}
		while (purged == BATCH);
	}

	private Bucket bucket(AllowanceKey key) {
		return this.buckets.getProxy(key.id(), key.allowance()::configuration);
	}

	private static <T> T translate(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (BucketExecutionException ex) {
			if (ex.getCause() instanceof SQLException cause) {
				throw translate(cause);
			}
			throw ex;
		}
	}

	private static DataAccessException translate(SQLException cause) {
		DataAccessException translated = new SQLExceptionSubclassTranslator().translate(TABLE, null, cause);
		return (translated != null) ? translated : new UncategorizedSQLException(TABLE, null, cause);
	}

	/**
	 * The time of all instances.
	 */
	private record Meter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.clock.instant();
			return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
