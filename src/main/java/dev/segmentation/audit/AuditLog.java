package dev.segmentation.audit;

import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records events, with the address and the device of the current request.
 */
@Service
@Import(AuditRepository.class)
public class AuditLog {

	/** A browser's description has about 120 characters. */
	private static final int LONGEST = 300;

	private final AuditRepository events;

	AuditLog(AuditRepository events) {
		this.events = events;
	}

	/**
	 * Records an event. It is part of the current transaction, if there is one.
	 * @param by who acts; {@code null} when nobody is signed in
	 * @param subject what the account acts on
	 * @param detail what changes
	 */
	public void record(AuditKind kind, @Nullable CurrentAccount by, @Nullable String subject, @Nullable String detail) {
		Optional<HttpServletRequest> request = currentRequest();
		this.events.insert(kind, by, shorten(subject), shorten(detail),
				request.map(HttpServletRequest::getRemoteAddr).orElse(null),
				shorten(request.map((it) -> it.getHeader(HttpHeaders.USER_AGENT)).orElse(null)));
	}

	/**
	 * Records what earlier requests of an address did.
	 * @param address {@code null} for several addresses
	 */
	public void recordEarlier(AuditKind kind, @Nullable String address, String detail) {
		this.events.insert(kind, null, null, detail, address, null);
	}

	private static Optional<HttpServletRequest> currentRequest() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)
				? Optional.of(current.getRequest()) : Optional.empty();
	}

	private static @Nullable String shorten(@Nullable String text) {
		return (text != null) ? PlainText.printable(text, LONGEST) : null;
	}

}
