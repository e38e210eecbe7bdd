package dev.segmentation.audit.web;

import java.util.stream.Stream;

import dev.segmentation.shared.web.page.FilterForm;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The filters of the audit as its URL carries them. A filter that is not set is empty.
 *
 * @param q the text of the search
 * @param kind the name of a kind
 * @param account the login of the account that acted
 * @param from the first day, as 2026-11-24
 * @param to the last day
 * @param at the cursor of the page
 */
record AuditFilterForm(String q, String kind, String account, String address, String from, String to,
		String at) implements FilterForm {

	AuditFilterForm(@Nullable String q, @Nullable String kind, @Nullable String account, @Nullable String address,
			@Nullable String from, @Nullable String to, @Nullable String at) {
		this.q = requireNonNullElse(q, "");
		this.kind = requireNonNullElse(kind, "");
		this.account = requireNonNullElse(account, "");
		this.address = requireNonNullElse(address, "");
		this.from = requireNonNullElse(from, "");
		this.to = requireNonNullElse(to, "");
		this.at = requireNonNullElse(at, "");
	}

	@Override
	public Stream<@Nullable Object> filters() {
		return Stream.of(this.q, this.kind, this.account, this.address, this.from, this.to);
	}

	/**
	 * The URL of a page with these filters.
	 */
	public PageUrl url(String path) {
		return PageUrl.of(path)
			.with("q", this.q)
			.with("kind", this.kind)
			.with("account", this.account)
			.with("address", this.address)
			.with("from", this.from)
			.with("to", this.to);
	}

	/** The URL of the events of an account, with the other filters. */
	public String ofAccount(String login) {
		return new AuditFilterForm(this.q, this.kind, login, this.address, this.from, this.to, null)
			.url(AuditPageController.PATH)
			.first();
	}

	/** The URL of the events from an address, with the other filters. */
	public String fromAddress(String network) {
		return new AuditFilterForm(this.q, this.kind, this.account, network, this.from, this.to, null)
			.url(AuditPageController.PATH)
			.first();
	}

}
