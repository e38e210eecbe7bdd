package dev.segmentation.config.security.page;

import dev.segmentation.config.longform.LongForms;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.stream.SpoolSpace;
import dev.segmentation.shared.web.turn.UploadTurns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class FormGateTests {

	private static final int UNAUTHENTICATED = 499;

	private static final int LONG = 64 * 1024 + 1;

	private final FormGate gate = new FormGate(new LongForms(new SpoolSpace(), new UploadTurns(3)),
			(request, response, ex) -> response.setStatus(UNAUTHENTICATED));

	private String type = "application/x-www-form-urlencoded";

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void acceptsShortForms() throws Exception {
		assertThat(send(null, "/login", LONG - 1)).isEqualTo(200);
	}

	@Test
	void refusesLongForms() throws Exception {
		assertThat(send(null, "/login", LONG)).isEqualTo(413);
		assertThat(send(Role.ADMIN, "/segments/new", LONG)).isEqualTo(413);
		assertThat(send(Role.VIEWER, "/segments/7/members/paste", LONG)).isEqualTo(413);
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, 200", "utf-8, 200", "utf-16, 400", "ISO-8859-1, 400", "klingon, 400", "'', 400",
			"\"\u0000\", 400" })
	void refusesOtherEncodings(String encoding, int status) throws Exception {
		this.type = "application/x-www-form-urlencoded; charset=" + encoding;
		assertThat(send(null, "/login", 100)).isEqualTo(status);
	}

	/** Their length is not known before they arrive. */
	@Test
	void refusesFormsInChunks() throws Exception {
		assertThat(send(null, "/login", -1)).isEqualTo(411);
		assertThat(send(Role.EDITOR, "/segments/7/members/paste", -1)).isEqualTo(200);
	}

	@Test
	void acceptsLongListsOfEditors() throws Exception {
		assertThat(send(Role.EDITOR, "/segments/7/members/paste", LONG)).isEqualTo(200);
	}

	@Test
	void asksForASignInBeforeALongList() throws Exception {
		assertThat(send(null, "/segments/7/members/paste", LONG)).isEqualTo(UNAUTHENTICATED);
	}

	private int send(@Nullable Role role, String path, long length) throws Exception {
		SecurityContextHolder.clearContext();
		if (role != null) {
			SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken
					.authenticated(new CurrentAccount(7, "somebody", role, null, 0), null, Authorities.of(role)));
		}
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
			@Override
			public long getContentLengthLong() {
				return length;
			}
		};
		request.setContentType(this.type);
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		this.gate.doFilter(request, response, chain);
		assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
		return response.getStatus();
	}

}
