package dev.segmentation.config.connection;

import java.nio.channels.SocketChannel;

import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Accepts a number of connections of each address. It counts the open connections, which
 * takes microseconds, and only when there are many of them.
 */
class BoundedEndpoint extends NioEndpoint {

	private int connectionsOfAnAddress = Integer.MAX_VALUE;

	void setConnectionsOfAnAddress(int connections) {
		this.connectionsOfAnAddress = connections;
	}

	@Override
	protected boolean setSocketOptions(SocketChannel socket) {
		if (getConnections().size() >= this.connectionsOfAnAddress
				&& open(socket.socket().getInetAddress().getHostAddress()) >= this.connectionsOfAnAddress) {
			destroySocket(socket);
			return false;
		}
		return super.setSocketOptions(socket);
	}

	private long open(String address) {
		return getConnections().stream().filter((connection) -> address.equals(connection.getRemoteAddr())).count();
	}

}
