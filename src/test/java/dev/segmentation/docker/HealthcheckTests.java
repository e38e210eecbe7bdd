package dev.segmentation.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

import com.sun.net.httpserver.HttpServer;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Ports;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The health check of the image.
 */
@HttpTest
class HealthcheckTests {

	@Autowired
	Api api;

	@Test
	void succeedsWhenTheApplicationIsReady() throws Exception {
		assertThat(check(URI.create(this.api.root()).getPort())).isZero();
	}

	@Test
	void failsWhenTheApplicationIsNotReady() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
		});
		server.start();
		try {
			assertThat(check(server.getAddress().getPort())).isPositive();
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void failsWhenTheApplicationDoesNotRun() throws Exception {
		assertThat(check(Ports.free())).isPositive();
	}

	private static int check(int port) throws IOException {
		ProcessBuilder script = new ProcessBuilder("docker/healthcheck.sh");
		script.environment().put("SERVER_PORT", String.valueOf(port));
		return script.start().onExit().join().exitValue();
	}

}
