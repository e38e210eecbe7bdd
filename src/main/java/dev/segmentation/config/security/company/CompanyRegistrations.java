package dev.segmentation.config.security.company;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Reads the settings of a provider from its site when somebody signs in for the first
 * time. Spring would read them at the start, and fail when the provider does not answer.
 */
class CompanyRegistrations implements ClientRegistrationRepository {

	private static final int LONGEST_SECONDS = 8;

	private final OAuth2ClientProperties properties;

	private final Map<String, ClientRegistration> read = new ConcurrentHashMap<>();

	CompanyRegistrations(OAuth2ClientProperties properties) {
		this.properties = properties;
	}

	/**
	 * Finds a registration.
	 * @return {@code null} if no provider has this name
	 * @throws RuntimeException when the provider does not answer
	 */
	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		ClientRegistration known = this.read.get(id);
		if (known != null || !this.properties.getRegistration().containsKey(id)) {
			return known;
		}
		ClientRegistration registration = readInTime(id);
		this.read.put(id, registration);
		return registration;
	}

	/** Spring itself waits 30 seconds, and its limit is no setting. */
	private ClientRegistration readInTime(String id) {
		try {
			return CompletableFuture.supplyAsync(() -> read(id), Thread::startVirtualThread)
				.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
				.join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("The settings of the provider " + id + " cannot be read", ex.getCause());
		}
	}

	private ClientRegistration read(String id) {
		OAuth2ClientProperties one = new OAuth2ClientProperties();
		one.getProvider().putAll(this.properties.getProvider());
		one.getRegistration().put(id, this.properties.getRegistration().get(id));
		return new OAuth2ClientPropertiesMapper(one).asClientRegistrations().values().iterator().next();
	}

}
