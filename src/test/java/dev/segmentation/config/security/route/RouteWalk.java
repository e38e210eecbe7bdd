package dev.segmentation.config.security.route;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Pages;

/**
 * Sends a request to each route of the table. The ids in the paths do not exist and the
 * bodies cannot be read, so a permitted request changes nothing.
 */
public record RouteWalk(Api api, Pages pages) {

	private static final String NO_ID = "999999999999";

	/** The API is first, because pages can end its sessions. The sign-out is last. */
	List<WalkedRoute> all() {
		String token = this.pages.token();
		return RouteTable.routes()
			.stream()
			.sorted(Comparator.comparing(RouteWalk::turn))
			.flatMap(
					(route) -> methods(route).map((method) -> new WalkedRoute(route, send(method, path(route), token))))
			.toList();
	}

	private static int turn(RouteRole route) {
		if (route.pattern().startsWith("/api/")) {
			return 0;
		}
		return route.pattern().equals("/logout") ? 2 : 1;
	}

	private static Stream<String> methods(RouteRole route) {
		return switch (route.method()) {
			case "GET" -> Stream.of("GET", "HEAD");
			case "ANY" -> Stream.of("GET", "HEAD", "POST", "DELETE");
			default -> Stream.of(route.method());
		};
	}

	/** Bears the account's token at the API only. */
	private HttpResponse<String> send(String method, String path, String token) {
		return path.startsWith("/api/") ? this.api.callBytes(method, path, new byte[] { '{' }).response()
				: this.pages.send(method, path, token);
	}

	/** Globs and regular expressions of variables have no slashes. */
	private static String path(RouteRole route) {
		return route.pattern()
			.replace("{signature:[A-Za-z0-9_-]{43}}", "x".repeat(43))
			.replaceAll("\\{\\w+(:.*?})?}", NO_ID)
			.replaceAll("\\*+", "x");
	}

}
