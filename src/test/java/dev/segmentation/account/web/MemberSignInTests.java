package dev.segmentation.account.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages for a signed-up user: only the right password tells why there is no access.
 */
@HttpTest
class MemberSignInTests {

	/** The audit records ten failures of an address in a minute. */
	private static final String ADDRESS = "198.51.100.23";

	private static final String NO_ACCESS = "Your account has no access to these pages";

	private static final String INCORRECT = "The login or password is incorrect";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private TestMember member;

	@BeforeEach
	void signUp() {
		this.member = TestMember.signUp(this.api);
	}

	@Test
	void saysAfterTheRightPasswordThatThereIsNoAccess() {
		HttpResponse<String> answer = signIn(this.member.login(), TestMember.PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(NO_ACCESS).doesNotContain(INCORRECT, TestMember.PASSWORD);
		assertThat(details()).containsExactly("password, no access to pages");
	}

	@Test
	void tellsNothingOfALoginOtherwise() {
		HttpResponse<String> wrong = signIn(this.member.login(), "wrong");
		HttpResponse<String> unknown = signIn("nobody-here", "wrong");
		this.member.disable(this.database.jdbc());
		HttpResponse<String> disabled = signIn(this.member.login(), TestMember.PASSWORD);
		assertThat(List.of(wrong, unknown, disabled))
			.allSatisfy((answer) -> assertThat(answer.body()).contains(INCORRECT).doesNotContain(NO_ACCESS))
			.allSatisfy((answer) -> assertThat(answer.statusCode()).isEqualTo(422));
	}

	private HttpResponse<String> signIn(String login, String password) {
		return new Pages(this.api).post("/login", Map.of("username", login, "password", password), "X-Forwarded-For",
				ADDRESS);
	}

	private List<String> details() {
		return this.database.jdbc()
			.sql("SELECT detail FROM audit_events WHERE kind = 'SIGN_IN_FAILED' AND subject = ?")
			.param(this.member.login())
			.query(String.class)
			.list();
	}

}
