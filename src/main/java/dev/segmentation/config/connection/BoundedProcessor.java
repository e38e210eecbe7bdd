package dev.segmentation.config.connection;

import java.io.IOException;
import java.time.Duration;

import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose headers do not arrive in time. Tomcat itself only limits the
 * time between two reads, so one byte now and then would keep a connection for ever.
 */
class BoundedProcessor extends Http11Processor {

	private final long startNanos;

	/** The connection with incomplete headers. */
	private @Nullable SocketWrapperBase<?> incomplete;

	private long incompleteSince;

	BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
		super(protocol, adapter);
		this.startNanos = Duration.ofMillis(protocol.getConnectionUploadTimeout()).toNanos();
		this.request.setInputBuffer(new BoundedBody(this.request, this.startNanos));
	}

	@Override
	public SocketState service(SocketWrapperBase<?> socket) throws IOException {
		long now = System.nanoTime();
		long since = (socket == this.incomplete) ? this.incompleteSince : now;
		if (now - since > this.startNanos) {
			return SocketState.CLOSED;
		}
		SocketState state = super.service(socket);
		boolean complete = state != SocketState.LONG || isAsync();
		this.incomplete = complete ? null : socket;
		this.incompleteSince = since;
		if (!complete) {
			socket.setReadTimeout(Duration.ofNanos(since + this.startNanos - now).toMillis() + 1);
		}
		return state;
	}

}
