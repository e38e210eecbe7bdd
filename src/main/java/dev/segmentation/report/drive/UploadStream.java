package dev.segmentation.report.drive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The content of an upload as Google's client reads it. A failed read is unchecked, so
 * that it does not look like a failure of Google.
 */
final class UploadStream extends FilterInputStream {

	private boolean started;

	UploadStream(InputStream source) {
		super(source);
	}

	/** Whether Drive accepted the upload: Google's client reads only then. */
	boolean isStarted() {
		return this.started;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		this.started = true;
		try {
			int read = super.read(bytes, offset, length);
			// Google's client reads on when Drive has stored everything before.
			Operation.current().moved();
			return read;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
