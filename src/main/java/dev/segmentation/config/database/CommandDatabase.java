package dev.segmentation.config.database;

import java.nio.file.Path;

import dev.segmentation.config.database.EmbeddedDatabaseConfiguration.NoDatabaseNamed;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * The database of a command: connections, transactions and {@link Migrations}. Nothing
 * starts before a command asks for it. The component scan of the application does not
 * find this class.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
		JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		TransactionAutoConfiguration.class })
@EnableConfigurationProperties(DataDirProperties.class)
@Import({ MigrationLockConfiguration.class, Migrations.class, DataFolder.class, BoundSettings.class })
public class CommandDatabase {

	@Bean
	@Conditional(NoDatabaseNamed.class)
	EmbeddedDatabase embeddedDatabase(DataDirProperties properties) {
		return EmbeddedDatabase.start(properties.folder());
	}

	@Bean
	@Conditional(NoDatabaseNamed.class)
	JdbcConnectionDetails embeddedDatabaseConnection(DataDirProperties properties, DatabaseNeed need,
			ObjectProvider<EmbeddedDatabase> server) {
		Path folder = properties.folder();
		DataDirectory directory = new DataDirectory(folder);
		if (need != DatabaseNeed.STOPPED && FolderLock.isHeld(folder)) {
			return EmbeddedConnection.toRunningServer(directory);
		}
		if (need != DatabaseNeed.CREATED && !directory.hasCluster()) {
			throw new EmbeddedDatabaseException(
					"There is no database in the data folder %s: correct SEGMENTATION_DATA_DIR, or start the program once."
						.formatted(folder));
		}
		return server.getObject().connectionDetails();
	}

}
