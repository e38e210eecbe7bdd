package dev.segmentation.config.database;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the connections to the database.
 *
 * @param answerTimeout the longest wait of a request for the answer to a statement; tasks
 * and jobs wait as long as {@code socketTimeout} permits
 */
@Validated
@ConfigurationProperties("segmentation.database")
record DatabaseProperties(
		@DefaultValue("2m") @DurationMin(seconds = 1, message = "must be at least 1s") Duration answerTimeout) {
}
