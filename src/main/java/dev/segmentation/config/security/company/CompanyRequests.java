package dev.segmentation.config.security.company;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Requests to a company's provider, which may hang. Spring waits forever for access
 * tokens and user infos, and only half a second for the keys. A person waits for one
 * hanging request at most: the first one that fails ends the sign-in.
 */
class CompanyRequests implements JwtDecoderFactory<ClientRegistration> {

	private static final Duration CONNECT = Duration.ofSeconds(3);

	private static final Duration ANSWER = Duration.ofSeconds(8);

	private final ClientHttpRequestFactory requests = requests();

	/** A decoder keeps the keys of its provider. */
	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	private static ClientHttpRequestFactory requests() {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
		requests.setReadTimeout(ANSWER);
		return requests;
	}

	RestClientAuthorizationCodeTokenResponseClient tokens() {
		RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.builder()
			.requestFactory(this.requests)
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		return tokens;
	}

	OidcUserService users() {
		RestTemplate rest = new RestTemplate(this.requests);
		rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		DefaultOAuth2UserService infos = new DefaultOAuth2UserService();
		infos.setRestOperations(rest);
		OidcUserService users = new OidcUserService();
		users.setOauth2UserService(infos);
		return users;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return this.decoders.computeIfAbsent(registration.getRegistrationId(), (_) -> create(registration));
	}

	private JwtDecoder create(ClientRegistration registration) {
		// A provider of OpenID Connect has keys: its settings name them, or their own
		// setting.
		String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.restOperations(new RestTemplate(this.requests))
			.build();
		decoder.setJwtValidator(
				JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
		decoder
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		return decoder;
	}

}
