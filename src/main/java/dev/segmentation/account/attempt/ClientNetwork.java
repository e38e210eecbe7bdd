package dev.segmentation.account.attempt;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The network of the client that sent the current request.
 */
final class ClientNetwork {

	/** One customer of a provider gets at least as many addresses of IPv6. */
	private static final int NETWORK_BYTES = 8;

	/** What a proxy may add to an address: brackets and a port. */
	private static final Pattern WITH_PORT = Pattern.compile("^(?:\\[([^]]*)](:\\d+)?|([^:]*):\\d+)$");

	private ClientNetwork() {
	}

	static Optional<HttpServletRequest> request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)
				? Optional.of(current.getRequest()) : Optional.empty();
	}

	/**
	 * Returns the address, or the network of an address of IPv6. All clients whose proxy
	 * sends something else count as one.
	 */
	static String current() {
		return request().map(HttpServletRequest::getRemoteAddr).map(ClientNetwork::of).orElse("");
	}

	static String of(String address) {
		try {
			byte[] bytes = InetAddress.ofLiteral(WITH_PORT.matcher(address).replaceFirst("$1$3")).getAddress();
			return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
