package dev.segmentation.account.factor.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ChangedSettingsTest
class PasskeyAddressTests {

	@Autowired
	Api api;

	@Test
	void takesTheHostNameFromTheSettings() {
		HttpResponse<String> options = new Pages(this.api).post("/login/passkey/options", Map.of(), "Accept",
				"application/json");
		assertThat(options.body()).contains("\"rpId\":\"segments.example.com\"");
	}

}
