package dev.segmentation.report.drive;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of Google Drive.
 *
 * @param credentials the key file of a service account; without it, reports are not
 * shared
 * @param folder the id of the folder that holds the files; without it, the service
 * account's own
 * @param share who may read a shared file: {@code anyone}, or {@code domain:example.com}
 * @param rootUrl where the Drive API is
 * @param tokenUrl where access tokens are; without it, where the key file says
 */
@ConfigurationProperties("segmentation.drive")
record DriveProperties(@Nullable Path credentials, @Nullable String folder, @DefaultValue("anyone") String share,
		@DefaultValue("https://www.googleapis.com/") URI rootUrl, @Nullable URI tokenUrl) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

	DriveProperties {
		// A variable that is set to nothing counts as missing.
		credentials = (credentials != null && credentials.toString().isEmpty()) ? null : credentials;
		folder = StringUtils.hasText(folder) ? folder.strip() : null;
		tokenUrl = (tokenUrl != null && tokenUrl.toString().isEmpty()) ? null : tokenUrl;
		if (folder != null && !ID.matcher(folder).matches()) {
			throw new IllegalArgumentException(
					"SEGMENTATION_DRIVE_FOLDER must be the ID of a folder, which follows /folders/ in its address.");
		}
		if (!isWeb(rootUrl) || !Set.of("", "/").contains(rootUrl.getPath())) {
			throw new IllegalArgumentException(
					"SEGMENTATION_DRIVE_ROOT_URL must be an address without a path, such as https://www.googleapis.com/.");
		}
		if (tokenUrl != null && !isWeb(tokenUrl)) {
			throw new IllegalArgumentException(
					"SEGMENTATION_DRIVE_TOKEN_URL must be an address, such as https://oauth2.googleapis.com/token.");
		}
		Audience.parse(share);
	}

	private static boolean isWeb(URI address) {
		return Set.of("http", "https").contains("" + address.getScheme()) && address.getHost() != null;
	}

	Audience audience() {
		return Audience.parse(this.share);
	}

}
