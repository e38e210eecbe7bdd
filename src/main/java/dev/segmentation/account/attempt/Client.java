package dev.segmentation.account.attempt;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The client of the current request.
 */
final class Client {

	/** One customer of a provider gets at least as many addresses of IPv6. */
	private static final int NETWORK_BYTES = 8;

	private Client() {
	}

	static Optional<HttpServletRequest> request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)
				? Optional.of(current.getRequest()) : Optional.empty();
	}

	/**
	 * Returns the address, or the network of an address of IPv6.
	 */
	static String network() {
		return request().map(HttpServletRequest::getRemoteAddr).map(Client::network).orElse("");
	}

	static String network(String address) {
		byte[] bytes = InetAddress.ofLiteral(address).getAddress();
		return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
	}

}
