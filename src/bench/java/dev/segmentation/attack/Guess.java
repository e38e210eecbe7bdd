package dev.segmentation.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The answer to a sign-in with a wrong password.
 *
 * @param millis the time of the answer
 */
record Guess(int status, String body, long millis) {

	/** After a refusal. Clients without a pause are the attack overload. */
	private static final int PAUSE_MILLIS = 100;

	/**
	 * Guesses once at each login.
	 * @param address the attacker's address; Linux accepts all of 127.0.0.0/8
	 */
	static List<Guess> send(Target target, String address, List<String> logins) throws IOException, InterruptedException {
		List<Guess> guesses = new ArrayList<>();
		try (HttpClient http = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build()) {
			for (String login : logins) {
				HttpRequest request = HttpRequest
					.newBuilder(URI.create(target.anonymous().root() + "/api/v1/users/sign-in"))
					.POST(BodyPublishers.ofString("{\"login\": \"%s\", \"password\": \"guessed %d\"}".formatted(login,
							guesses.size())))
					.build();
				long start = System.nanoTime();
				HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
				guesses.add(new Guess(answer.statusCode(), answer.body(),
						TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
				TimeUnit.MILLISECONDS.sleep((answer.statusCode() == 429) ? PAUSE_MILLIS : 0);
			}
		}
		return guesses;
	}

}
