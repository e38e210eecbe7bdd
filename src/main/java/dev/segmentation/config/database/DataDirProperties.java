package dev.segmentation.config.database;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database lives.
 *
 * @param dataDir the folder that holds it and nothing else
 */
@ConfigurationProperties("segmentation")
record DataDirProperties(@DefaultValue("data/postgres") Path dataDir) {
}
