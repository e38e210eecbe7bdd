package dev.segmentation.shared.web.page;

import java.time.ZoneId;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/**
 * A request for a page as handlers see it: the account that asks, its time zone, and what
 * the answer tells besides the page. Handlers declare it as an argument.
 */
public final class PageVisit {

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
	 * The account that asks.
	 */
	public CurrentAccount account() {
		return this.account;
	}

	/**
	 * The time zone of the person; UTC when the browser told none.
	 */
	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * Whether htmx asks for a part of the page.
	 */
	public boolean isPartial() {
		return PageRequests.isPartial(this.request);
	}

	/**
	 * The path and query of the page in front of the person.
	 */
	public String currentPage() {
		return PageRequests.currentPage(this.request);
	}

	/**
	 * Refuses an account that lacks a role.
	 * @throws dev.segmentation.shared.ForbiddenException when the role is too low
	 */
	public void require(Role role) {
		this.account.require(role);
	}

	/**
	 * Tells the person what happened: on this page, or on the next one after a redirect.
	 */
	public void tell(Toast toast) {
		this.request.setAttribute(TOAST, toast);
	}

	/**
	 * Triggers an event on the page that htmx asked from.
	 */
	public void trigger(String event) {
		this.response.addHeader("HX-Trigger", event);
	}

	/**
	 * Shows the page with a status that the form's errors alone do not mean.
	 */
	public void answer(HttpStatus status) {
		this.response.setStatus(status.value());
	}

	/**
	 * Shows the address of what htmx loads in the browser's address bar.
	 */
	public void pushUrl(String url) {
		if (isPartial()) {
			this.response.setHeader("HX-Push-Url", url);
		}
	}

}
