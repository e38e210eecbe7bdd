package dev.segmentation.config.web;

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
 * Answers the last requests before the server stops. Tomcat's graceful shutdown drops
 * requests on open keep-alive connections, such as those of a load balancer. The balancer
 * cannot know whether such a request was processed, and does not repeat a POST. So the
 * drain first refuses new connections, which a balancer sends to another instance, and
 * closes each open connection with its next answer. The shutdown begins after half a
 * second without a request, or after 15 seconds.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GracefulDrain extends OncePerRequestFilter implements SmartLifecycle {

	private static final Duration QUIET_PERIOD = Duration.ofMillis(500);

	private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

	private static final Duration CHECK_INTERVAL = Duration.ofMillis(50);

	private @Nullable TomcatWebServer server;

	private volatile boolean running;

	private volatile long lastRequest;

	@EventListener
	void started(WebServerInitializedEvent event) {
		boolean service = event.getApplicationContext().getServerNamespace() == null;
		if (service && event.getWebServer() instanceof TomcatWebServer tomcat) {
			this.server = tomcat;
		}
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
			awaitQuietPeriod();
		}
	}

	private static void refuseConnections(TomcatWebServer server) {
		Arrays.stream(server.getTomcat().getService().findConnectors())
			.map(Connector::getProtocolHandler)
			.forEach((protocol) -> protocol.closeServerSocketGraceful());
	}

	private void awaitQuietPeriod() {
		long start = System.nanoTime();
		try {
			while (since(Math.max(start, this.lastRequest)).compareTo(QUIET_PERIOD) < 0
					&& since(start).compareTo(LONGEST_DRAIN) < 0) {
				TimeUnit.MILLISECONDS.sleep(CHECK_INTERVAL.toMillis());
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

	/** Like the web server, which answers requests while the application is paused. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	/** The drain stops before the graceful shutdown of the web server. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
