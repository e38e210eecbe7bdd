package dev.segmentation.config.web;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the log.
 *
 * @param slowRequest requests that take at least this long are logged
 */
@Validated
@ConfigurationProperties("segmentation.log")
record LogProperties(@DefaultValue("1s") @DurationMin(message = "must not be negative") Duration slowRequest) {
}
