package dev.segmentation.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The browsers of the staff accounts. The tests of a class share one sign-in, because it
 * takes longer than most requests.
 */
public final class SignedIn {

	private final ObjectProvider<Api> api;

	private final Map<TestAccount, Pages> pages = new ConcurrentHashMap<>();

	SignedIn(ObjectProvider<Api> api) {
		this.api = api;
	}

	/**
	 * Returns the browser of an account.
	 */
	public Pages as(TestAccount account) {
		return this.pages.computeIfAbsent(account, (key) -> new Pages(this.api.getObject()).signIn(key));
	}

	/**
	 * Forgets the sessions of the last database.
	 */
	void forget() {
		this.pages.clear();
	}

}
