package dev.segmentation.account.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.company.CompanyProvider;
import dev.segmentation.support.company.HangingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Providers of the company's sign-on one of whose addresses accepts connections and never
 * answers.
 */
@BrowserTest
@TestPropertySource(properties = { "segmentation.oidc.roles[0].claim=groups", "segmentation.oidc.roles[0].value=staff",
		"segmentation.oidc.roles[0].role=VIEWER" })
class SlowProviderTests {

	private static final String CLIENT = "spring.security.oauth2.client.";

	private static final CompanyProvider PROVIDER = new CompanyProvider();

	private static final HangingServer HANGING = hang();

	@Autowired
	Api api;

	private static HangingServer hang() {
		try {
			return new HangingServer();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@DynamicPropertySource
	static void providers(DynamicPropertyRegistry properties) {
		register(properties, "slow-settings", HANGING.root());
		register(properties, "slow-token", PROVIDER.issuer());
		register(properties, "slow-keys", PROVIDER.issuer());
		register(properties, "slow-person", PROVIDER.issuer());
		properties.add(CLIENT + "provider.slow-token.token-uri", HANGING::root);
		properties.add(CLIENT + "provider.slow-keys.jwk-set-uri", HANGING::root);
		properties.add(CLIENT + "provider.slow-person.user-info-uri", HANGING::root);
	}

	private static void register(DynamicPropertyRegistry properties, String id, String issuer) {
		properties.add(CLIENT + "registration." + id + ".client-id", () -> "segmentation");
		properties.add(CLIENT + "registration." + id + ".client-secret", () -> CompanyProvider.CLIENT_SECRET);
		properties.add(CLIENT + "registration." + id + ".scope", () -> "openid,profile,email");
		properties.add(CLIENT + "provider." + id + ".issuer-uri", () -> issuer);
	}

	@AfterAll
	static void stop() throws IOException {
		HANGING.close();
		PROVIDER.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "slow-settings", "slow-token", "slow-keys", "slow-person" })
	void saysInTimeThatTheProviderDoesNotAnswer(String id) {
		PROVIDER.allow(this.api.root());
		PROVIDER.add("u-1", Map.of("preferred_username", "anna", "groups", List.of("staff")));
		Instant start = Instant.now();
		Browser.open("/login/company/" + id);
		if ($("input[name=username]").exists() && !$("#failure").exists()) {
			$("input[name=username]").setValue("u-1");
			$("input[name=password]").setValue(CompanyProvider.PASSWORD);
			$("button[type=submit]").click();
		}
		$("#failure").shouldHave(text("Your company’s sign-on isn’t responding"), Duration.ofSeconds(20));
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
	}

}
