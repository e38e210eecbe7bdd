package dev.segmentation.config.security;

import java.net.InetAddress;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Matches all requests to the separate port for monitoring, if there is one. These
 * requests need no sign-in, so the port is open only to this machine by default.
 */
@Component
class ManagementPort implements RequestMatcher, BeanPostProcessor {

	private static final String NAMESPACE = "management";

	private static final int NONE = -1;

	private volatile int port = NONE;

	@EventListener
	void started(WebServerInitializedEvent event) {
		if (NAMESPACE.equals(event.getApplicationContext().getServerNamespace())) {
			this.port = event.getWebServer().getPort();
		}
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return request.getLocalPort() == this.port;
	}

	/** The property itself would be an error without a separate port. */
	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof ManagementServerProperties server && server.getAddress() == null) {
			server.setAddress(InetAddress.getLoopbackAddress());
		}
		return bean;
	}

}
