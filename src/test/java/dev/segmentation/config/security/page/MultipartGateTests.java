package dev.segmentation.config.security.page;

import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class MultipartGateTests {

	private static final int UNAUTHENTICATED = 499;

	private final MultipartGate gate = new MultipartGate("/users/import", DataSize.ofMegabytes(1),
			(request, response, ex) -> response.setStatus(UNAUTHENTICATED));

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void acceptsFilesOfEditorsOnTheUploadPath() throws Exception {
		assertThat(send(Role.EDITOR, "POST", "/users/import", 1024)).isEqualTo(HttpServletResponse.SC_OK);
		assertThat(send(Role.ADMIN, "POST", "/users/import", 1024 * 1024)).isEqualTo(HttpServletResponse.SC_OK);
	}

	@Test
	void refusesFilesOfViewersAndWithoutASignIn() throws Exception {
		assertThat(send(Role.VIEWER, "POST", "/users/import", 1)).isEqualTo(HttpServletResponse.SC_FORBIDDEN);
		assertThat(send(null, "POST", "/users/import", 1)).isEqualTo(UNAUTHENTICATED);
		assertThat(send(null, "POST", "/login", 1)).isEqualTo(UNAUTHENTICATED);
	}

	@Test
	void refusesFilesOnOtherPaths() throws Exception {
		assertThat(send(Role.EDITOR, "POST", "/users/new", 1)).isEqualTo(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		assertThat(send(Role.EDITOR, "GET", "/users/import", 1))
			.isEqualTo(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
	}

	@Test
	void refusesFilesThatAreTooLarge() throws Exception {
		assertThat(send(Role.EDITOR, "POST", "/users/import", 1024 * 1024 + 1))
			.isEqualTo(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
	}

	@Test
	void acceptsFormsWithoutFiles() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setContentType("application/x-www-form-urlencoded");
		MockFilterChain chain = new MockFilterChain();
		this.gate.doFilter(request, new MockHttpServletResponse(), chain);
		assertThat(chain.getRequest()).isNotNull();
	}

	private int send(@Nullable Role role, String method, String path, long length) throws Exception {
		SecurityContextHolder.clearContext();
		if (role != null) {
			SecurityContextHolder.getContext()
				.setAuthentication(
						UsernamePasswordAuthenticationToken.authenticated("somebody", null, Authorities.of(role)));
		}
		MockHttpServletRequest request = new MockHttpServletRequest(method, path) {
			@Override
			public long getContentLengthLong() {
				return length;
			}
		};
		request.setContentType("Multipart/Form-Data; boundary=x");
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		this.gate.doFilter(request, response, chain);
		assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == HttpServletResponse.SC_OK);
		return response.getStatus();
	}

}
