package dev.segmentation.support;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets test classes share an application, each with its own database. Read-only
 * transactions get connections that refuse to write, like those of a replica.
 */
public class SwitchableDataSource extends DelegatingDataSource implements DisposableBean {

	private TestDatabase database;

	private HikariDataSource reader;

	private final DelegatingDataSource background = new DelegatingDataSource();

	SwitchableDataSource(TestDatabase database) {
		super(pool(database));
		this.database = database;
		this.reader = reader(database);
		this.background.setTargetDataSource(pool(database));
	}

	@Override
	public Connection getConnection() throws SQLException {
		return TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? this.reader.getConnection()
				: super.getConnection();
	}

	/**
	 * Switches to another database.
	 */
	public void switchTo(TestDatabase next) {
		destroy();
		setTargetDataSource(pool(next));
		this.reader = reader(next);
		this.background.setTargetDataSource(pool(next));
		this.database = next;
	}

	/**
	 * Returns the connections for background work.
	 */
	DataSource background() {
		return this.background;
	}

	/**
	 * Returns the present database.
	 */
	public TestDatabase database() {
		return this.database;
	}

	private static HikariDataSource pool(TestDatabase database) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(database.url());
		pool.setUsername(database.user());
		pool.setPassword(database.password());
		pool.setMaximumPoolSize(10);
		pool.setMinimumIdle(1);
		pool.setConnectionTimeout(5000);
		return pool;
	}

	private static HikariDataSource reader(TestDatabase database) {
		HikariDataSource pool = pool(database);
		pool.setMinimumIdle(0);
		pool.addDataSourceProperty("options", "-c default_transaction_read_only=on");
		return pool;
	}

	@Override
	public void destroy() {
		close(this);
		close(this.background);
		this.reader.close();
	}

	private static void close(DelegatingDataSource source) {
		if (source.getTargetDataSource() instanceof HikariDataSource pool) {
			pool.close();
		}
	}

}
