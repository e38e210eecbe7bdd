package dev.segmentation.account.web;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@TestPropertySource(properties = "segmentation.sign-up=closed")
class ClosedSignUpTests {

	@Autowired
	Api api;

	@ParameterizedTest
	@ValueSource(strings = { "{\"login\": \"maksim\", \"email\": \"maksim@example.com\", \"password\": \"qwerty123\"}",
			"{}", "{", "" })
	void refusesSignUp(String body) {
		for (String path : new String[] { "/users/sign-up", "/users/sign-up/" }) {
			Answer answer = this.api.post(path, body);
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.error()).isEqualTo("sign-up is closed");
		}
	}

	@Test
	void letsStaffSignIn() {
		assertThat(this.api.as(TestAccount.VIEWER).get("/segments/").status()).isEqualTo(200);
	}

}
