package dev.segmentation.report.drive;

import java.nio.file.Path;
import java.util.Set;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Sleeper;
import com.google.api.services.drive.DriveScopes;
import com.google.auth.oauth2.ServiceAccountCredentials;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DriveConfiguration {

	@Bean
	RetryPolicy driveRetryPolicy(DriveProperties properties) {
		return RetryPolicy.of(properties.timeout(), Sleeper.DEFAULT);
	}

	@Bean
	Drive drive(DriveProperties properties, RetryPolicy policy) {
		Path key = properties.credentials();
		return new Drive((key != null) ? folder(properties, new KeyFile(key), policy) : null, policy,
				properties.readers());
	}

	private static SharedFolder folder(DriveProperties properties, KeyFile key, RetryPolicy policy) {
		var client = new com.google.api.services.drive.Drive.Builder(new NetHttpTransport(),
				GsonFactory.getDefaultInstance(), new RequestSetup(credentials(properties, key), policy.retries()))
			.setApplicationName("dynamic-user-segmentation")
			.setRootUrl(properties.rootUrl().toString())
			.build();
		LinkSharing sharing = new LinkSharing(client.permissions());
		return new SharedFolder(client.files(), properties.folder(), sharing);
	}

	/**
	 * The scope is all of Drive, which for a service account means everything that is
	 * shared with it. The narrower scope covers only files that the account has created:
	 * neither the folder nor the permissions.
	 */
	private static ServiceAccountCredentials credentials(DriveProperties properties, KeyFile key) {
		ServiceAccountCredentials.Builder credentials = key.read()
			.toBuilder()
			.setScopes(Set.of(DriveScopes.DRIVE))
			// RequestSetup retries instead.
			.setDefaultRetriesEnabled(false);
		if (properties.tokenUrl() != null) {
			credentials.setTokenServerUri(properties.tokenUrl());
		}
		return credentials.build();
	}

}
