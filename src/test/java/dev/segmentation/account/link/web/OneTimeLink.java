package dev.segmentation.account.link.web;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Pages;

/**
 * A one-time link as an administrator's page shows it.
 *
 * @param path the path with the secret
 */
record OneTimeLink(String path) {

	static final String PASSWORD = " fluent otter 73 lamps ";

	private static final Pattern LINK = Pattern.compile("value=\"http://localhost:\\d+(/account-link/[\\w-]{43})\"");

	static OneTimeLink of(HttpResponse<String> page) {
		Matcher link = LINK.matcher(page.body());
		if (!link.find()) {
			throw new IllegalStateException("The page has no link: " + page.statusCode());
		}
		return new OneTimeLink(link.group(1));
	}

	HttpResponse<String> use(Pages stranger, String login, String password) {
		return stranger.post(this.path, Map.of("login", login, "password", password, "again", password));
	}

}
