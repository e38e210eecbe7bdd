package dev.segmentation.shared.web.page.error;

import java.io.IOException;
import java.sql.SQLTransientConnectionException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseOutageFilterTests {

	private static final RuntimeException OUTAGE = new CannotCreateTransactionException("No connection",
			new SQLTransientConnectionException("The database does not answer"));

	private final DatabaseOutageFilter filter = new DatabaseOutageFilter("session");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void explainsAnOutage() throws Exception {
		filter((request, response) -> {
			throw OUTAGE;
		});
		assertThat(this.response.getStatus()).isEqualTo(503);
	}

	@Test
	void explainsAnOutageThatTheServletWrapped() throws Exception {
		filter((request, response) -> {
			throw new ServletException(OUTAGE);
		});
		assertThat(this.response.getStatus()).isEqualTo(503);
	}

	@Test
	void keepsTheRedirectAfterAChangeWhenTheSessionCannotBeSaved() throws Exception {
		filter((request, response) -> {
			((HttpServletResponse) response).sendRedirect("/users/7");
			throw OUTAGE;
		});
		assertThat(this.response.getRedirectedUrl()).isEqualTo("/users/7");
	}

	@Test
	void breaksAnAnswerOffInItsMiddle() {
		assertThatExceptionOfType(CannotCreateTransactionException.class)
			.isThrownBy(() -> filter((request, response) -> {
				response.getWriter().write("user-id,segment-name\n1,BE");
				response.flushBuffer();
				throw OUTAGE;
			}));
	}

	@Test
	void leavesOtherFailures() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> filter((request, response) -> {
			throw new IllegalStateException("something else");
		}));
	}

	private void filter(FilterChain chain) throws ServletException, IOException {
		this.filter.doFilter(new MockHttpServletRequest("POST", "/users/new"), this.response, chain);
	}

}
