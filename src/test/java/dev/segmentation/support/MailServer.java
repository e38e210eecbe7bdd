package dev.segmentation.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A mail server that accepts every mail by SMTP, and keeps it.
 */
public final class MailServer implements AutoCloseable {

	private final ServerSocket socket;

	private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

	public MailServer() throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::serve);
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Waits for the next mail: its envelope, headers and text.
	 */
	public String take() throws InterruptedException {
		String mail = this.mails.poll(10, TimeUnit.SECONDS);
		if (mail == null) {
			throw new IllegalStateException("No mail arrived");
		}
		return mail;
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				if (!this.socket.isClosed()) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	private void talk(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
		PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
		StringBuilder mail = new StringBuilder();
		answer(out, "220 ready");
		for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
			if (line.startsWith("MAIL") || line.startsWith("RCPT")) {
				mail.append(line).append('\n');
			}
			if (line.startsWith("DATA")) {
				answer(out, "354 go on");
				for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
					mail.append(text).append('\n');
				}
				this.mails.add(mail.toString());
			}
			answer(out, "250 done");
		}
		answer(out, "221 closed");
	}

	private static void answer(PrintWriter out, String line) {
		out.print(line + "\r\n");
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
