package dev.segmentation.report.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses a file.
 */
final class GzipEncoder implements EncodedInput.Encoder {

	private static final int PART_BYTES = 64 * 1024;

	private final InputStream content;

	private final GZIPOutputStream out;

	private final byte[] part = new byte[PART_BYTES];

	GzipEncoder(InputStream content, OutputStream out) throws IOException {
		this.content = content;
		this.out = new GZIPOutputStream(out, PART_BYTES);
	}

	@Override
	public boolean encodeNext() throws IOException {
		int count = this.content.read(this.part);
		if (count < 0) {
			this.out.finish();
			return false;
		}
		this.out.write(this.part, 0, count);
		return true;
	}

}
