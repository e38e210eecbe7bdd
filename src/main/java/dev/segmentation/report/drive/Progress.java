package dev.segmentation.report.drive;

import java.io.IOException;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.googleapis.media.MediaHttpUploaderProgressListener;

/**
 * Ends an upload that does not get on. After a failure Google's client asks how much has
 * arrived, which counts as a success, and sends the chunk again with new patience: for
 * ever, if it is that chunk which fails.
 */
final class Progress implements MediaHttpUploaderProgressListener {

	private final Patience patience;

	private final Pauses pauses;

	private long arrived;

	/** Watches over one upload. */
	Progress(Patience patience) {
		this.patience = patience;
		this.pauses = new Pauses(patience.retries());
	}

	@Override
	public void progressChanged(MediaHttpUploader uploader) throws IOException {
		if (uploader.getUploadState() != MediaHttpUploader.UploadState.MEDIA_IN_PROGRESS) {
			return;
		}
		if (uploader.getNumBytesUploaded() > this.arrived) {
			this.arrived = uploader.getNumBytesUploaded();
			this.pauses.reset();
		}
		else if (!this.patience.rest(this.pauses)) {
			throw new IOException("Drive stores nothing beyond byte %d".formatted(this.arrived));
		}
	}

}
