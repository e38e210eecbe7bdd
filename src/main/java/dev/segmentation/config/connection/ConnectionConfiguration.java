package dev.segmentation.config.connection;

import dev.segmentation.limit.LimitProperties;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Bounds the connections of clients.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

	/** Milliseconds for the headers, and between two parts of a body. */
	private static final int LONGEST_WAIT = 20_000;

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnections(LimitProperties limits) {
		return (factory) -> {
			factory.setProtocol(BoundedProtocol.class.getName());
			factory.addConnectorCustomizers((connector) -> {
				// Names in the paths of version 2 of the API may contain them. The
				// firewall
				// refuses them elsewhere.
				connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
				connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
				BoundedProtocol protocol = (BoundedProtocol) connector.getProtocolHandler();
				protocol.setConnectionsOfAnAddress(limits.connections());
				protocol.setDisableUploadTimeout(false);
				protocol.setConnectionUploadTimeout(LONGEST_WAIT);
			});
		};
	}

}
