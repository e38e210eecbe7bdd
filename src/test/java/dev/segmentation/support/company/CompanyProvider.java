package dev.segmentation.support.company;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * A company's OpenID Connect provider: Spring Authorization Server on a free port of this
 * machine. Everybody signs in with the password {@link #PASSWORD}.
 */
public final class CompanyProvider implements AutoCloseable {

	/** The password of everybody. */
	public static final String PASSWORD = "secret of the company";

	static final String CLIENT = "segmentation";

	/** The secret of the application. */
	public static final String CLIENT_SECRET = "client-secret";

	/** The registrations at which a test may sign in. */
	static final List<String> REGISTRATIONS = List.of("acme", "slow-token", "slow-keys", "slow-person");

	private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();

	private final ServletWebServerApplicationContext context;

	/**
	 * Starts the provider.
	 */
	public CompanyProvider() {
		this.context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(
				CompanyProviderConfiguration.class)
			.web(WebApplicationType.SERVLET)
			.initializers((started) -> started.getBeanFactory().registerSingleton("companyProvider", this))
			.properties("server.port=0", "spring.config.name=none", "spring.main.banner-mode=off",
					"logging.level.root=warn")
			.logStartupInfo(false)
			.run();
	}

	/**
	 * Registers the application.
	 * @param root the address of the application
	 */
	public void allow(String root) {
		this.context.getBean(CompanyProviderConfiguration.Clients.class).allow(root);
	}

	/**
	 * Returns the address that identifies the provider.
	 */
	public String issuer() {
		return "http://127.0.0.1:" + Objects.requireNonNull(this.context.getWebServer()).getPort();
	}

	/**
	 * Returns the environment variables of an application whose people sign in here, as
	 * {@code acme}. Those of the group {@code staff} may read.
	 */
	public Map<String, String> environment() {
		return Map.of("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_ACME_CLIENT_ID", CLIENT,
				"SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_ACME_CLIENT_SECRET", CLIENT_SECRET,
				"SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_ACME_SCOPE", "openid,profile,email",
				"SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_ACME_ISSUER_URI", issuer(), "SEGMENTATION_OIDC_ROLES_0_CLAIM",
				"groups", "SEGMENTATION_OIDC_ROLES_0_VALUE", "staff", "SEGMENTATION_OIDC_ROLES_0_ROLE", "VIEWER");
	}

	/**
	 * Adds a person, or replaces their claims.
	 * @param subject the name with which they sign in, which is also their subject
	 */
	public void add(String subject, Map<String, Object> claims) {
		this.people.put(subject, claims);
	}

	Map<String, Object> claims(String subject) {
		return this.people.getOrDefault(subject, Map.of());
	}

	boolean knows(String subject) {
		return this.people.containsKey(subject);
	}

	/**
	 * Signs the token by which the provider tells the application that it has signed a
	 * person out.
	 */
	public String logoutToken(String subject) {
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(issuer())
			.subject(subject)
			.audience(List.of(CLIENT))
			.issuedAt(Instant.now())
			.expiresAt(Instant.now().plusSeconds(60))
			.id(UUID.randomUUID().toString())
			.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
			.build();
		return this.context.getBean(JwtEncoder.class)
			.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build(),
					claims))
			.getTokenValue();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
