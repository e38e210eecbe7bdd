package dev.segmentation.account.company;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The part of Spring's settings that the pages need. Spring's own class of these settings
 * exists only if there is a registration.
 *
 * @param registration the registrations at providers by their ids
 * @param provider the providers by their ids
 */
@ConfigurationProperties("spring.security.oauth2.client")
public record CompanyClients(@DefaultValue Map<String, Registration> registration,
		@DefaultValue Map<String, Provider> provider) {

	/**
	 * Returns the choices of the sign-in page.
	 */
	public List<Choice> choices() {
		return this.registration.entrySet()
			.stream()
			.map((each) -> new Choice(each.getKey(),
					Objects.requireNonNullElse(each.getValue().clientName(), each.getKey())))
			.toList();
	}

	/**
	 * Returns the sites of the providers, to which the form for signing out leads.
	 */
	public List<String> origins() {
		return this.provider.values()
			.stream()
			.flatMap((each) -> Stream.of(each.issuerUri(), each.authorizationUri()))
			.filter(Objects::nonNull)
			.map(CompanyClients::origin)
			.distinct()
			.toList();
	}

	private static String origin(String address) {
		URI uri = URI.create(address);
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	/**
	 * A registration at a provider.
	 *
	 * @param clientName the name of the provider as people know it
	 */
	public record Registration(@Nullable String clientName) {
	}

	/**
	 * A provider.
	 */
	public record Provider(@Nullable String issuerUri, @Nullable String authorizationUri) {
	}

	/**
	 * A button of the sign-in page.
	 */
	public record Choice(String id, String name) {

		/** The path that leads to the provider. */
		public String path() {
			return "/login/company/" + this.id;
		}

	}

}
