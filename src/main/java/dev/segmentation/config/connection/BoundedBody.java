package dev.segmentation.config.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Demands that a body arrives at a minimum rate. The numbers are those of Apache's module
 * reqtimeout: 20 seconds for a start, then 500 bytes a second.
 */
class BoundedBody implements InputBuffer {

	private static final double LEAST_PER_NANO = 500.0 / Duration.ofSeconds(1).toNanos();

	private final long startNanos;

	private final Request request;

	private final InputBuffer source;

	/** The start of the request that is being read, which tells requests apart. */
	private long current;

	private long waited;

	BoundedBody(Request request, long startNanos) {
		this.startNanos = startNanos;
		this.request = request;
		this.source = request.getInputBuffer();
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.current != this.request.getStartTimeNanos()) {
			this.current = this.request.getStartTimeNanos();
			this.waited = 0;
		}
		long start = System.nanoTime();
		int count = this.source.doRead(handler);
		this.waited += System.nanoTime() - start;
		if (this.waited > this.startNanos && this.request.getBytesRead() < this.waited * LEAST_PER_NANO) {
			throw new SocketTimeoutException("The body arrives too slowly");
		}
		return count;
	}

	@Override
	public int available() {
		return this.source.available();
	}

}
