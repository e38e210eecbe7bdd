package dev.segmentation.config.database.embedded;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folder of the embedded database.
 *
 * @param dataDir a folder without other files; an empty value means the default
 */
@ConfigurationProperties("segmentation")
record DataDirProperties(@DefaultValue("data/postgres") Path dataDir) {

	DataDirProperties {
		dataDir = dataDir.toString().isEmpty() ? Path.of("data/postgres") : dataDir;
	}

	Path folder() {
		return this.dataDir.toAbsolutePath().normalize();
	}

}
