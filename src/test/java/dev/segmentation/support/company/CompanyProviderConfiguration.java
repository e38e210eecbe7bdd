package dev.segmentation.support.company;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.segmentation.support.TestAccount;
import jakarta.servlet.http.HttpServlet;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

@TestConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, SecurityFilterAutoConfiguration.class })
class CompanyProviderConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http) {
		return http.oauth2AuthorizationServer((server) -> server.oidc(Customizer.withDefaults()))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.formLogin(Customizer.withDefaults())
			.build();
	}

	@Bean
	Clients clients() {
		return new Clients();
	}

	/** Tomcat calls no filter for paths without a servlet. */
	@Bean
	ServletRegistrationBean<HttpServlet> nothing() {
		return new ServletRegistrationBean<>(new HttpServlet() {
		}, "/");
	}

	@Bean
	UserDetailsService people(CompanyProvider provider) {
		return (name) -> {
			if (!provider.knows(name)) {
				throw new UsernameNotFoundException(name);
			}
			return User.withUsername(name).password(hash(CompanyProvider.PASSWORD)).build();
		};
	}

	/** The provider would hash a text in the clear at each check. */
	@Bean
	PasswordEncoder passwordEncoder() {
		return TestAccount.QUICK_HASHES;
	}

	private static String hash(String secret) {
		return Objects.requireNonNull(TestAccount.QUICK_HASHES.encode(secret));
	}

	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> claims(CompanyProvider provider) {
		return (context) -> {
			if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
				context.getClaims().claims((claims) -> claims.putAll(provider.claims(person(context))));
			}
		};
	}

	private static String person(JwtEncodingContext context) {
		Authentication principal = context.getPrincipal();
		return Objects.requireNonNull(principal).getName();
	}

	@Bean
	JWKSource<SecurityContext> keys() throws JOSEException {
		return new ImmutableJWKSet<>(
				new JWKSet(new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate()));
	}

	@Bean
	JwtEncoder encoder(JWKSource<SecurityContext> keys) {
		return new NimbusJwtEncoder(keys);
	}

	@Bean
	JwtDecoder decoder(JWKSource<SecurityContext> keys) {
		return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
	}

	@Bean
	AuthorizationServerSettings settings() {
		return AuthorizationServerSettings.builder().build();
	}

	/** The application, whose port is known only after its start. */
	static class Clients implements RegisteredClientRepository {

		private volatile @Nullable RegisteredClient client;

		void allow(String root) {
			this.client = RegisteredClient.withId(CompanyProvider.CLIENT)
				.clientId(CompanyProvider.CLIENT)
				.clientSecret(hash(CompanyProvider.CLIENT_SECRET))
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUris((uris) -> CompanyProvider.REGISTRATIONS
					.forEach((id) -> uris.add(root + "/login/oauth2/code/" + id)))
				.postLogoutRedirectUri(root + "/login")
				.scopes((scopes) -> scopes.addAll(List.of("openid", "profile", "email")))
				.clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).build())
				.build();
		}

		/** The server hashes the secret at its first use. */
		@Override
		public void save(RegisteredClient registered) {
			this.client = registered;
		}

		@Override
		public @Nullable RegisteredClient findById(String id) {
			return this.client;
		}

		@Override
		public @Nullable RegisteredClient findByClientId(String id) {
			return CompanyProvider.CLIENT.equals(id) ? this.client : null;
		}

	}

}
