package dev.segmentation.config.disk;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Watches the disk on which uploads and downloads wait.
 */
@Configuration(proxyBeanMethods = false)
class TemporaryDiskConfiguration {

	@Bean
	FolderDisk temporaryDisk() {
		return new FolderDisk("temporary", Path.of(System.getProperty("java.io.tmpdir")));
	}

}
