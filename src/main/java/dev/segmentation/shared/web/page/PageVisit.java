package dev.segmentation.shared.web.page;

import java.time.ZoneId;
import java.util.Locale;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.LongText;
import dev.segmentation.shared.web.stream.StoredText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request for a page: its account, its time zone, and the additional parts of the
 * answer, such as a toast. Handlers declare it as an argument.
 */
public final class PageVisit {

	/** The request attribute with the page that a repeated form gets instead. */
	public static final String SHOWN_ONCE = PageVisit.class.getName() + ".SHOWN_ONCE";

	static final String TOAST = PageVisit.class.getName() + ".TOAST";

	private final CurrentAccount account;

	private final ZoneId zone;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	PageVisit(CurrentAccount account, ZoneId zone, HttpServletRequest request, HttpServletResponse response) {
		this.account = account;
		this.zone = zone;
		this.request = request;
		this.response = response;
	}

	/**
	 * Returns the account that sent the request.
	 */
	public CurrentAccount account() {
		return this.account;
	}

	/**
	 * Returns the user's time zone; UTC when the browser has not sent it.
	 */
	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * Returns the preferred locale of the browser, which the pages may not support;
	 * English if the browser names none.
	 */
	public Locale browserLocale() {
		return (this.request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) ? this.request.getLocale()
				: Locale.ENGLISH;
	}

	/**
	 * Whether htmx requests a part of the page.
	 */
	public boolean isPartial() {
		return PageRequests.isPartial(this.request);
	}

	/**
	 * Returns the whole text of a field. A long one is in a file.
	 */
	public LongText text(String field) {
		return StoredText.of(this.request, field);
	}

	/**
	 * Returns path and query of the page that the user sees.
	 */
	public String currentPage() {
		return PageRequests.currentPage(this.request);
	}

	/**
	 * Shows a toast: on this page, or on the next one after a redirect.
	 */
	public void tell(Toast toast) {
		this.request.setAttribute(TOAST, toast);
	}

	/**
	 * Marks an answer that contains a secret, so that it is not stored for repeated
	 * forms.
	 * @param page the path of the page to which a repeated form is redirected
	 */
	public void showOnce(String page) {
		this.request.setAttribute(SHOWN_ONCE, page);
	}

	/**
	 * Triggers an event on the page that sent the htmx request.
	 */
	public void trigger(String event) {
		this.response.addHeader("HX-Trigger", event);
	}

	/**
	 * Sets the status of the answer, for cases that the conventions of
	 * {@link PageAnswers} do not cover.
	 */
	public void answer(HttpStatus status) {
		this.response.setStatus(status.value());
	}

	/**
	 * Puts an address into the browser's address bar when htmx requests a part of the
	 * page. A refresh of the same page adds nothing to the browser's history.
	 */
	public void pushUrl(String url) {
		if (isPartial() && !url.equals(currentPage())) {
			this.response.setHeader("HX-Push-Url", url);
		}
	}

}
