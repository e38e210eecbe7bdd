package dev.segmentation.report.drive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.google.api.client.http.AbstractInputStreamContent;

/**
 * The bytes of an upload, whose number nobody knows beforehand. Whoever opened the stream
 * closes it.
 */
final class Csv extends AbstractInputStreamContent {

	static final String TYPE = "text/csv";

	private final InputStream source;

	private boolean started;

	Csv(InputStream source) {
		super(TYPE);
		this.source = new Source(source);
		setCloseInputStream(false);
	}

	/** Drive has agreed to the upload before the first byte is asked for. */
	boolean isStarted() {
		return this.started;
	}

	@Override
	public InputStream getInputStream() {
		this.started = true;
		return this.source;
	}

	@Override
	public long getLength() {
		return -1;
	}

	@Override
	public boolean retrySupported() {
		return false;
	}

	/** A failure to read is none of Google's, and is not to be taken for one. */
	private static final class Source extends FilterInputStream {

		private Source(InputStream in) {
			super(in);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			try {
				return super.read(bytes, offset, length);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
