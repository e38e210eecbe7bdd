package dev.segmentation.report.drive;

import java.nio.file.Path;
import java.util.Set;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.DriveScopes;
import com.google.auth.oauth2.ServiceAccountCredentials;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DriveConfiguration {

	@Bean
	Patience drivePatience() {
		return Patience.NORMAL;
	}

	@Bean
	Drive drive(DriveProperties properties, Patience patience) {
		Path key = properties.credentials();
		return new Drive((key != null) ? files(properties, new KeyFile(key), patience) : null, patience);
	}

	private static SharedFiles files(DriveProperties properties, KeyFile key, Patience patience) {
		Tokens tokens = new Tokens(credentials(properties, key), patience);
		var client = new com.google.api.services.drive.Drive.Builder(new NetHttpTransport(),
				GsonFactory.getDefaultInstance(), new Requests(tokens, patience))
			.setApplicationName("dynamic-user-segmentation")
			.setRootUrl(properties.rootUrl().toString())
			.build();
		return new SharedFiles(new Folder(client.files(), properties.folder(), patience),
				new Sharing(client.permissions(), properties.audience()));
	}

	/**
	 * The scope is all of Drive, which to a service account is what was shared with it:
	 * the narrower one covers only files that the account made, and so neither the folder
	 * they go to nor who may read it.
	 */
	private static ServiceAccountCredentials credentials(DriveProperties properties, KeyFile key) {
		ServiceAccountCredentials.Builder credentials = key.read()
			.toBuilder()
			.setScopes(Set.of(DriveScopes.DRIVE))
			// Tokens has a patience of its own.
			.setDefaultRetriesEnabled(false);
		if (properties.tokenUrl() != null) {
			credentials.setTokenServerUri(properties.tokenUrl());
		}
		return credentials.build();
	}

}
