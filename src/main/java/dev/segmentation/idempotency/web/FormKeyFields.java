package dev.segmentation.idempotency.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Adds a new key to each form that gets a CSRF token, and the account that fills it in.
 */
class FormKeyFields implements RequestDataValueProcessor {

	private final RequestDataValueProcessor tokens;

	FormKeyFields(RequestDataValueProcessor tokens) {
		this.tokens = tokens;
	}

	@Override
	public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
		Map<String, String> token = this.tokens.getExtraHiddenFields(request);
		if (token == null || token.isEmpty()) {
			return token;
		}
		Map<String, String> fields = new HashMap<>(token);
		fields.put(FormKey.FIELD, UUID.randomUUID().toString());
		if (request.getUserPrincipal() instanceof Authentication signedIn
				&& signedIn.getPrincipal() instanceof CurrentAccount account) {
			fields.put(KeptForm.WRITER, String.valueOf(account.id()));
		}
		return fields;
	}

	@Override
	public String processAction(HttpServletRequest request, String action, String method) {
		return this.tokens.processAction(request, action, method);
	}

	@Override
	public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
		return this.tokens.processFormFieldValue(request, name, value, type);
	}

	@Override
	public String processUrl(HttpServletRequest request, String url) {
		return this.tokens.processUrl(request, url);
	}

}
