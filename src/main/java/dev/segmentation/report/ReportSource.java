package dev.segmentation.report;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.report.export.ExportedFile;
import dev.segmentation.task.TaskProgress;

/**
 * The content of a report. Counts the lines and bytes that are read, and reports the
 * progress to the task.
 */
class ReportSource {

	private final HistoryExport export;

	private final NewReport report;

	private final long expectedLines;

	private final TaskProgress progress;

	private long lines;

	private long bytes;

	private final MessageDigest digest;

	ReportSource(HistoryExport export, NewReport report, long expectedLines, TaskProgress progress) {
		this.export = export;
		this.report = report;
		this.expectedLines = expectedLines;
		this.progress = progress;
		this.digest = Sha256.create();
	}

	/**
	 * Reads the report from its start. A second call replaces the counts of the first.
	 */
	void read(Consumer<InputStream> reader) {
		this.bytes = 0;
		this.digest.reset();
		this.lines = this.export.read(this.report.filter(), this.report.layout(),
				(file) -> reader.accept(new CountingStream(file)));
	}

	/** Another service is asked to take the file. */
	void attempt(int number, int most) {
		this.progress.attempt(number, most);
	}

	/** The number of lines without the header. */
	long lines() {
		return this.lines;
	}

	long bytes() {
		return this.bytes;
	}

	/** The checksum in hexadecimal digits. May be read once. */
	String sha256() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private final class CountingStream extends FilterInputStream {

		private final ExportedFile file;

		private CountingStream(ExportedFile file) {
			super(file);
			this.file = file;
		}

		@Override
		public int read() throws IOException {
			byte[] single = new byte[1];
			return (read(single, 0, 1) > 0) ? single[0] & 0xFF : -1;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = super.read(buffer, offset, length);
			if (count > 0) {
				ReportSource.this.digest.update(buffer, offset, count);
			}
			count(Math.max(0, count));
			return count;
		}

		/** Never reports 100%: only the end of the task does. */
		private void count(int read) {
			ReportSource.this.bytes += read;
			long expected = Math.max(ReportSource.this.expectedLines, this.file.lines() + 1);
			ReportSource.this.progress.at(this.file.lines(), expected);
		}

	}

}
