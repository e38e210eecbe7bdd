package dev.segmentation.config.security;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the JSON API.
 *
 * @param maxBody the largest request body that the API reads
 * @param corsOrigins the origins whose pages may call the API from a browser; none by
 * default
 */
@ConfigurationProperties("segmentation.api")
public record ApiProperties(@DefaultValue("1MB") DataSize maxBody, @DefaultValue List<String> corsOrigins) {
}
