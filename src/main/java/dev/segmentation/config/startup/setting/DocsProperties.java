package dev.segmentation.config.startup.setting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the API's documentation is served. The library of the documentation reads it
 * too, but does not explain other values.
 */
@ConfigurationProperties("segmentation.docs")
record DocsProperties(@DefaultValue("true") boolean enabled) {
}
