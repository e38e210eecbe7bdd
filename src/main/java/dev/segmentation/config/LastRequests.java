package dev.segmentation.config;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers those who are still connected before the server ends. Tomcat's graceful
 * shutdown drops what comes in on a connection that was kept open, as a balancer's are;
 * the balancer cannot know whether it was taken, and does not send a POST again. So first
 * new connections are refused, which a balancer does understand, and every answer closes
 * the connection it goes out on. When nothing comes in any more, the shutdown begins.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastRequests extends OncePerRequestFilter implements SmartLifecycle {

	private static final Duration SILENCE = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofSeconds(15);

	private static final Duration LOOK = Duration.ofMillis(50);

	private @Nullable TomcatWebServer server;

	private volatile boolean running;

	private volatile long lastRequest;

	@EventListener
	void started(WebServerInitializedEvent event) {
		this.server = (event.getWebServer() instanceof TomcatWebServer tomcat) ? tomcat : null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.lastRequest = System.nanoTime();
		if (!this.running) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		chain.doFilter(request, response);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.server != null) {
			refuseConnections(this.server);
			awaitSilence();
		}
	}

	private static void refuseConnections(TomcatWebServer server) {
		Arrays.stream(server.getTomcat().getService().findConnectors())
			.map(Connector::getProtocolHandler)
			.forEach((protocol) -> protocol.closeServerSocketGraceful());
	}

	private void awaitSilence() {
		long start = System.nanoTime();
		try {
			while (since(Math.max(start, this.lastRequest)).compareTo(SILENCE) < 0
					&& since(start).compareTo(LONGEST) < 0) {
				TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Like the web server: it goes on answering while the application pauses. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	/** Before the web server's graceful shutdown. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
