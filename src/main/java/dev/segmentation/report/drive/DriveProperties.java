package dev.segmentation.report.drive;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Settings of Google Drive. An empty variable counts as missing.
 *
 * @param credentials the key file of a service account; without it, reports cannot be
 * shared on Drive
 * @param folder the id of the folder for the files; by default the service account's root
 * @param share the readers of a shared file: {@code anyone}, or a list of
 * {@code domain:example.com} and {@code user:anna@example.com}
 * @param timeout the time without a moved byte after which an attempt fails
 * @param rootUrl the address of the Drive API
 * @param tokenUrl the address that issues access tokens; by default the one in the key
 * file
 */
@ConfigurationProperties("segmentation.drive")
record DriveProperties(@Nullable Path credentials, @Nullable String folder, @DefaultValue("anyone") String share,
		@DefaultValue("60s") Duration timeout, @DefaultValue("https://www.googleapis.com/") URI rootUrl,
		@Nullable URI tokenUrl) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofMinutes(3);

	DriveProperties {
		credentials = (credentials != null && credentials.toString().isEmpty()) ? null : credentials;
		folder = StringUtils.hasText(folder) ? folder.strip() : null;
		share = share.strip().toLowerCase(Locale.ROOT);
		tokenUrl = (tokenUrl != null && tokenUrl.toString().isEmpty()) ? null : tokenUrl;
		Assert.isTrue(folder == null || ID.matcher(folder).matches(),
				"SEGMENTATION_DRIVE_FOLDER must be the ID of a folder, which follows /folders/ in its address.");
		Assert.isTrue(DriveReaders.parse(share).isPresent(),
				"SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.");
		Assert.isTrue(timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
				"SEGMENTATION_DRIVE_TIMEOUT must be from 1s to 3m.");
		Assert.isTrue(isWeb(rootUrl) && Set.of("", "/").contains(rootUrl.getPath()),
				"SEGMENTATION_DRIVE_ROOT_URL must be an address without a path, such as https://www.googleapis.com/.");
		Assert.isTrue(tokenUrl == null || isWeb(tokenUrl),
				"SEGMENTATION_DRIVE_TOKEN_URL must be an address, such as https://oauth2.googleapis.com/token.");
	}

	private static boolean isWeb(URI address) {
		return Set.of("http", "https").contains("" + address.getScheme()) && address.getHost() != null;
	}

	/**
	 * The readers of a shared file.
	 */
	DriveReaders readers() {
		return DriveReaders.parse(this.share).orElseThrow();
	}

}
