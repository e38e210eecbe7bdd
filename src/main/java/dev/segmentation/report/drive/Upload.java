package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.client.http.InputStreamContent;
import com.google.api.services.drive.DriveRequest;
import com.google.api.services.drive.model.File;
import org.jspecify.annotations.Nullable;

/**
 * Uploads one file in chunks. Google's client repeats a failed chunk from the byte that
 * Drive has stored last.
 */
final class Upload {

	/**
	 * 4 MiB, of which the client holds one in memory. Larger chunks are hardly faster: 1
	 * GB is 256 requests.
	 */
	static final int CHUNK = 16 * MediaHttpUploader.MINIMUM_CHUNK_SIZE;

	private final Target target;

	private final String type;

	private @Nullable String id;

	private @Nullable IOException failure;

	Upload(Target target, String type) {
		this.target = target;
		this.type = type;
	}

	/**
	 * Uploads content whose length is not known beforehand.
	 * @return the id of the file
	 * @throws RestartUploadException when Drive has lost the upload
	 */
	String send(Content content) throws IOException {
		try {
			content.stream(this::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (this.failure != null) {
			throw this.failure;
		}
		if (this.id == null) {
			throw new IllegalStateException("The content was not passed to its reader");
		}
		return this.id;
	}

	private void read(InputStream in) {
		UploadStream stream = new UploadStream(in);
		try {
			this.id = request(stream).execute().getId();
		}
		catch (IOException ex) {
			this.failure = (stream.isStarted() && isLost(ex)) ? new RestartUploadException(ex) : ex;
		}
		catch (IllegalArgumentException ex) {
			if (stream.isStarted()) {
				throw ex;
			}
			// Google's client did not get the address of the upload.
			this.failure = new IOException("This is not Google's answer to an upload", ex);
		}
	}

	private DriveRequest<File> request(InputStream in) throws IOException {
		DriveRequest<File> request = this.target.open(new InputStreamContent(this.type, in).setCloseInputStream(false));
		// A compressed chunk would have another length than its Content-Range says.
		request.setDisableGZipContent(true);
		request.getMediaHttpUploader()
			.setDirectUploadEnabled(false)
			.setChunkSize(CHUNK)
			.setProgressListener(new StalledUploadGuard());
		return request;
	}

	/** After Drive has accepted an upload, these answers mean that it lost the upload. */
	private static boolean isLost(IOException failure) {
		int status = DriveError.of(failure).status();
		return status / 100 == 4 && status != 401 && status != 403 && status != 429;
	}

	/**
	 * Opens the request that creates or replaces a file.
	 */
	interface Target {

		DriveRequest<File> open(AbstractInputStreamContent content) throws IOException;

	}

}
