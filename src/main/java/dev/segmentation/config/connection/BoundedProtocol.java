package dev.segmentation.config.connection;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP, with bounds for slow clients and for clients with many connections.
 * Tomcat creates it by its name.
 */
public class BoundedProtocol extends Http11NioProtocol {

	static {
		OpenConnections.load();
	}

	private final BoundedEndpoint endpoint;

	public BoundedProtocol() {
		this(new BoundedEndpoint());
	}

	private BoundedProtocol(BoundedEndpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
	}

	/**
	 * Sets how many connections an address may have.
	 */
	void setConnectionsOfAnAddress(int connections) {
		this.endpoint.setConnectionsOfAnAddress(connections);
	}

	@Override
	protected Processor createProcessor() {
		return new BoundedProcessor(this, getAdapter());
	}

}
