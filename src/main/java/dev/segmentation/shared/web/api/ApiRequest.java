package dev.segmentation.shared.web.api;

import java.io.ByteArrayInputStream;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.shared.web.api.v2.Version2;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;

/**
 * A call of the API by an account, with its body in memory. It declares JSON regardless
 * of its headers, so clients need neither Content-Type nor Accept. The form type that
 * curl sends by default does not turn the body into parameters.
 */
public class ApiRequest extends HttpServletRequestWrapper {

	private static final List<String> FIXED = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT);

	private static final Pattern JSON = Pattern.compile("(?i)application/([a-z0-9.+-]+\\+)?json\\s*(;.*)?");

	/** Name of the request attribute with the types that the client accepts. */
	private static final String ACCEPTED = ApiRequest.class.getName() + ".accepted";

	private final byte[] body;

	private final @Nullable Authentication account;

	ApiRequest(HttpServletRequest request, byte[] body, @Nullable Authentication account) {
		super(request);
		setAttribute(ACCEPTED, request.getHeader(HttpHeaders.ACCEPT));
		this.body = body;
		this.account = account;
	}

	/**
	 * Whether a client says that its body is JSON. Version 1 takes every body for JSON.
	 */
	static boolean mayBeJson(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !request.getRequestURI().startsWith(Version2.PATHS) || JSON.matcher(type).matches();
	}

	/**
	 * Returns the types that the client accepts; empty if it names none.
	 */
	public static String accepted(HttpServletRequest request) {
		return (request.getAttribute(ACCEPTED) instanceof String types) ? types : "";
	}

	/** Returns the body. */
	public byte[] body() {
		return this.body;
	}

	@Override
	public @Nullable Principal getUserPrincipal() {
		return this.account;
	}

	@Override
	public boolean isUserInRole(String role) {
		return this.account != null && this.account.getAuthorities()
			.stream()
			.anyMatch((authority) -> ("ROLE_" + role).equals(authority.getAuthority()));
	}

	@Override
	public String getContentType() {
		return MediaType.APPLICATION_JSON_VALUE;
	}

	@Override
	public String getCharacterEncoding() {
		return "UTF-8";
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isFixed(name) ? MediaType.APPLICATION_JSON_VALUE : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isFixed(name) ? Collections.enumeration(List.of(MediaType.APPLICATION_JSON_VALUE))
				: super.getHeaders(name);
	}

	private static boolean isFixed(String name) {
		return FIXED.stream().anyMatch(name::equalsIgnoreCase);
	}

	@Override
	public ServletInputStream getInputStream() {
		ByteArrayInputStream bytes = new ByteArrayInputStream(this.body);
		return new ServletInputStream() {

			@Override
			public int read() {
				return bytes.read();
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				return bytes.read(buffer, offset, length);
			}

			@Override
			public byte[] readAllBytes() {
				return bytes.readAllBytes();
			}

			@Override
			public boolean isFinished() {
				return bytes.available() == 0;
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setReadListener(ReadListener listener) {
				throw new IllegalStateException("The body can only be read synchronously.");
			}

		};
	}

}
