package dev.segmentation.config.database.embedded;

import java.nio.file.Path;

import dev.segmentation.config.database.embedded.EmbeddedDatabaseConfiguration.NoDatabaseNamed;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * The embedded server of a command: that of the running instance, or one that ends with
 * the command.
 */
@EnableConfigurationProperties(DataDirProperties.class)
@Import(DataFolder.class)
public class CommandServer {

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
