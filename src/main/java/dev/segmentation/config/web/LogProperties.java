package dev.segmentation.config.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log.
 *
 * @param slowRequest requests that take at least this long are logged
 */
@ConfigurationProperties("segmentation.log")
record LogProperties(@DefaultValue("1s") Duration slowRequest) {
}
