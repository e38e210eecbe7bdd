package dev.segmentation.config.startup.setting;

import org.hibernate.validator.constraints.Range;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The port of the application. Spring Boot reads it too, but accepts any number.
 *
 * @param port the port; 0 for any free port
 */
@Validated
@ConfigurationProperties("server")
record PortProperties(
		@DefaultValue("8080") @Range(min = 0, max = 65_535, message = "must be from {min} to {max}") int port) {
}
