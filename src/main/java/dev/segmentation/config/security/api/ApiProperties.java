package dev.segmentation.config.security.api;

import java.util.List;
import java.util.regex.Pattern;

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

	private static final DataSize LARGEST_BODY = DataSize.ofGigabytes(1);

	private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/\\s]+/?");

	public ApiProperties {
		if (maxBody.toBytes() < 1 || maxBody.compareTo(LARGEST_BODY) > 0) {
			throw new IllegalArgumentException("SEGMENTATION_API_MAX_BODY must be from 1B to 1GB.");
		}
		corsOrigins.stream().filter((origin) -> !ORIGIN.matcher(origin).matches()).findFirst().ifPresent((origin) -> {
			throw new IllegalArgumentException(("SEGMENTATION_API_CORS_ORIGINS has the invalid value \"%s\"."
					+ " It must be origins such as https://example.com, separated by commas.")
				.formatted(origin));
		});
	}

}
