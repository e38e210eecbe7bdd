package dev.segmentation.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.springframework.stereotype.Component;

/**
 * Keeps the files of reports, compressed, and gives them back as they were. No more than
 * a piece of one is in memory, and no connection waits for whoever reads it.
 */
@Component
class ReportContent {

	private static final int PIECE_BYTES = 256 * 1024;

	private static final int BUFFER_BYTES = 16 * 1024;

	private final ReportContentRepository pieces;

	ReportContent(ReportContentRepository pieces) {
		this.pieces = pieces;
	}

	/**
	 * Keeps all of a stream. What was kept before must have been deleted.
	 * @return how many bytes it had
	 */
	long save(long reportId, InputStream content) throws IOException {
		try (OutputStream out = new GZIPOutputStream(new Pieces(reportId), BUFFER_BYTES)) {
			return content.transferTo(out);
		}
	}

	/**
	 * Reads what was kept. Fails half-way when it is taken back meanwhile.
	 */
	InputStream open(long reportId) throws IOException {
		return new GZIPInputStream(new PieceReader(reportId), BUFFER_BYTES);
	}

	void delete(long reportId) {
		this.pieces.delete(reportId);
	}

	/**
	 * Cuts what is written into pieces.
	 */
	private final class Pieces extends OutputStream {

		private final long reportId;

		private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES + BUFFER_BYTES);

		private int number;

		private Pieces(long reportId) {
			this.reportId = reportId;
		}

		@Override
		public void write(int value) {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			this.piece.write(bytes, offset, length);
			if (this.piece.size() >= PIECE_BYTES) {
				close();
			}
		}

		@Override
		public void close() {
			if (this.piece.size() > 0) {
				ReportContent.this.pieces.insert(this.reportId, this.number++, this.piece.toByteArray());
				this.piece.reset();
			}
		}

	}

	/**
	 * Reads one piece after the other.
	 */
	private final class PieceReader extends InputStream {

		private final long reportId;

		private InputStream piece = InputStream.nullInputStream();

		private int number;

		private PieceReader(long reportId) {
			this.reportId = reportId;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = this.piece.read(bytes, offset, length);
			while (count < 0 && length > 0) {
				Optional<byte[]> next = ReportContent.this.pieces.find(this.reportId, this.number++);
				if (next.isEmpty()) {
					return -1;
				}
				this.piece = new ByteArrayInputStream(next.get());
				count = this.piece.read(bytes, offset, length);
			}
			return count;
		}

	}

}
