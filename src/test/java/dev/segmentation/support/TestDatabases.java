package dev.segmentation.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.segmentation.config.database.embedded.EmbeddedDatabase;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One real PostgreSQL server for all tests of a run. Each test class gets its own
 * database, a copy of a migrated template.
 */
public final class TestDatabases {

	private static final String TEMPLATE = "migrated";

	private static final AtomicInteger counter = new AtomicInteger();

	private static final JdbcConnectionDetails server = start();

	private TestDatabases() {
	}

	/**
	 * Creates a migrated database that contains only the accounts of {@link TestAccount}.
	 */
	public static TestDatabase create() {
		return create(TEMPLATE);
	}

	/**
	 * Creates a database without tables.
	 */
	public static TestDatabase createEmpty() {
		return create("template1");
	}

	private static TestDatabase create(String template) {
		String name = "test_" + counter.incrementAndGet();
		// The server refuses two simultaneous copies of one template.
		synchronized (counter) {
			administer("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
		}
		return TestDatabase.pooled(url(name), "" + server.getUsername(), "" + server.getPassword());
	}

	private static JdbcConnectionDetails start() {
		EmbeddedDatabase database = EmbeddedDatabase.start(Path.of("target", "test-database").toAbsolutePath());
		// After the applications, which otherwise wait half a minute for connections.
		SpringApplication.getShutdownHandlers().add(database::close);
		return database.connectionDetails();
	}

	static {
		JdbcClient.create(dataSource("postgres"))
			.sql("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' OR datname = :template")
			.param("template", TEMPLATE)
			.query(String.class)
			.list()
			.forEach((leftover) -> administer("DROP DATABASE %s WITH (FORCE)".formatted(leftover)));
		// These databases need not survive a crash. CrashTests starts a durable server.
		administer("ALTER ROLE ALL SET synchronous_commit = off");
		hashPasswordOnce();
		administer("CREATE DATABASE " + TEMPLATE);
		// Open connections would prevent copies.
		TestDatabase template = new TestDatabase(url(TEMPLATE), "" + server.getUsername(), "" + server.getPassword());
		migrate(template);
		TestAccount.insertAll(template.jdbc());
	}

	/**
	 * Otherwise each of thousands of connections would hash the password 4096 times,
	 * which takes a client longer than all the rest. PostgreSQL 15 has no such setting.
	 */
	private static void hashPasswordOnce() {
		administer("""
				DO $$ BEGIN
				    IF current_setting('server_version_num')::int >= 160000 THEN
				        SET LOCAL scram_iterations = 1;
				        ALTER ROLE %s PASSWORD '%s';
				    END IF;
				END $$
				""".formatted(server.getUsername(), server.getPassword()));
	}

	private static void administer(String sql) {
		JdbcClient.create(dataSource("postgres")).sql(sql).update();
	}

	/**
	 * Migrates a database to the newest state, like a start of the application.
	 */
	public static void migrate(TestDatabase database) {
		try (Connection connection = database.connect(); Liquibase liquibase = liquibase(connection)) {
			liquibase.update();
		}
		catch (SQLException | LiquibaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the migrations for a connection.
	 */
	public static Liquibase liquibase(Connection connection) throws LiquibaseException {
		return new Liquibase("db/changelog/db.changelog-master.yaml", new ClassLoaderResourceAccessor(),
				DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
	}

	private static DriverManagerDataSource dataSource(String name) {
		return new DriverManagerDataSource(url(name), "" + server.getUsername(), "" + server.getPassword());
	}

	private static String url(String name) {
		return server.getJdbcUrl().replaceFirst("/[^/]*$", "/" + name);
	}

	/**
	 * Connects like the application, for tests of races between connections.
	 */
	static Connection connect(TestDatabase database) throws SQLException {
		return DriverManager.getConnection(database.url(), database.user(), database.password());
	}

}
