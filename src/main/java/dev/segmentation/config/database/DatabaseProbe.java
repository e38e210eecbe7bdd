package dev.segmentation.config.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Finds out whether the database of a pool accepts connections. Simultaneous callers
 * share one attempt, so that none of them waits longer than one attempt takes.
 */
class DatabaseProbe {

	private static final int SECONDS_TO_ANSWER = 1;

	private final HikariDataSource pool;

	private final ReentrantLock attempt = new ReentrantLock();

	private long checkedAt = System.nanoTime();

	private boolean answered;

	DatabaseProbe(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Tries to connect. Returns after two seconds at most.
	 */
	boolean answers() {
		return answers(System.nanoTime());
	}

	/**
	 * Returns the result of the last second, or tries to connect.
	 */
	boolean answeredLately() {
		return answers(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
	}

	private boolean answers(long since) {
		try {
			return this.attempt.tryLock(SECONDS_TO_ANSWER, TimeUnit.SECONDS) && answered(since);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** An attempt that ended earlier says nothing. */
	private boolean answered(long since) {
		try {
			if (this.checkedAt - since <= 0) {
				this.answered = connects();
				this.checkedAt = System.nanoTime();
			}
			return this.answered;
		}
		finally {
			this.attempt.unlock();
		}
	}

	private boolean connects() {
		Properties properties = new Properties();
		properties.putAll(this.pool.getDataSourceProperties());
		properties.setProperty("user", "" + this.pool.getUsername());
		properties.setProperty("password", "" + this.pool.getPassword());
		List.of("connectTimeout", "loginTimeout", "socketTimeout")
			.forEach((timeout) -> properties.setProperty(timeout, "" + SECONDS_TO_ANSWER));
		try {
			DriverManager.getConnection("" + this.pool.getJdbcUrl(), properties).close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
