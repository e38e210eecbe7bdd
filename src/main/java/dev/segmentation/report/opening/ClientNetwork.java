package dev.segmentation.report.opening;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Shortens the IP address of a client to its network, before it reaches the database and
 * the database's log.
 */
final class ClientNetwork {

	private static final int IPV4_BYTES = 4;

	/** /24, usually the network of an office or of a provider. */
	private static final int IPV4_KEPT = 3;

	/** /48, the largest network that a customer usually gets. */
	private static final int IPV6_KEPT = 6;

	private ClientNetwork() {
	}

	/**
	 * Returns the network in CIDR notation. An IPv4-mapped IPv6 address counts as IPv4.
	 * @return {@code null} when a proxy has sent something else than an address
	 */
	static @Nullable String of(String address) {
		try {
			byte[] bytes = InetAddress.ofLiteral(withoutZone(address)).getAddress();
			int kept = (bytes.length == IPV4_BYTES) ? IPV4_KEPT : IPV6_KEPT;
			byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, kept), bytes.length);
			return InetAddress.getByAddress(network).getHostAddress() + "/" + kept * Byte.SIZE;
		}
		catch (IllegalArgumentException | UnknownHostException ex) {
			return null;
		}
	}

	/** The zone of a link-local address names a network interface of this machine. */
	private static String withoutZone(String address) {
		return address.replaceFirst("%.*", "");
	}

}
