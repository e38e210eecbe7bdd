package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Waits for answers of servers.
 */
public final class HttpAnswers {

	private HttpAnswers() {
	}

	/**
	 * Sends a request, and returns the whole answer.
	 */
	public static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
		return send(http, request, BodyHandlers.ofString());
	}

	/**
	 * Sends a request, and returns the whole answer.
	 */
	static <T> HttpResponse<T> send(HttpClient http, HttpRequest.Builder request, BodyHandler<T> body) {
		try {
			return http.send(request.build(), body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
