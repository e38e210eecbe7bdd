package dev.segmentation.report.drive;

import java.io.IOException;
import java.time.Duration;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.googleapis.media.MediaHttpUploaderProgressListener;
import com.google.api.client.util.BackOff;

/**
 * Ends an upload of which Drive stores no more bytes. After a failed chunk, Google's
 * client asks Drive how much it has stored, counts the answer as a success, and sends the
 * chunk again without limit.
 */
final class StalledUploadGuard implements MediaHttpUploaderProgressListener {

	private final BackOff backOff = RetryPolicy.newBackOff();

	private long stored;

	private int stalls;

	@Override
	public void progressChanged(MediaHttpUploader uploader) throws IOException {
		if (uploader.getUploadState() != MediaHttpUploader.UploadState.MEDIA_IN_PROGRESS) {
			return;
		}
		if (uploader.getNumBytesUploaded() > this.stored) {
			this.stored = uploader.getNumBytesUploaded();
			this.stalls = 0;
			this.backOff.reset();
			return;
		}
		if (!Operation.current().pause(++this.stalls + 1, this.backOff, Duration.ZERO)) {
			throw new IOException("Drive stores nothing beyond byte %d".formatted(this.stored));
		}
	}

}
