package dev.segmentation.config.database;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connections to the database.
 *
 * @param answerTimeout the longest wait of a request for the answer to a statement; tasks
 * and jobs wait as long as {@code socketTimeout} permits
 */
@ConfigurationProperties("segmentation.database")
record DatabaseProperties(@DefaultValue("2m") Duration answerTimeout) {
}
