package dev.segmentation.support;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets test classes share an application, each on a database of its own.
 */
public class SwitchableDataSource extends DelegatingDataSource implements DisposableBean {

	private TestDatabase database;

	SwitchableDataSource(TestDatabase database) {
		super(pool(database));
		this.database = database;
	}

	/**
	 * Goes over to another database.
	 */
	public void switchTo(TestDatabase next) {
		HikariDataSource old = (HikariDataSource) obtainTargetDataSource();
		setTargetDataSource(pool(next));
		this.database = next;
		old.close();
	}

	/**
	 * The database in use.
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
		pool.setConnectionTimeout(5000);
		return pool;
	}

	@Override
	public void destroy() {
		((HikariDataSource) obtainTargetDataSource()).close();
	}

}
