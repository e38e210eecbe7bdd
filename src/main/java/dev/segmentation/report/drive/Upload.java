package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.services.drive.DriveRequest;
import com.google.api.services.drive.model.File;
import org.jspecify.annotations.Nullable;

/**
 * One upload, in chunks. Google's client sends a chunk again, or what Drive has not
 * stored of it, as often as needed.
 */
final class Upload {

	/**
	 * The client holds one chunk in memory. Larger ones are hardly faster: 1 GB is 256
	 * requests.
	 */
	static final int CHUNK = 16 * MediaHttpUploader.MINIMUM_CHUNK_SIZE;

	private final Target target;

	private final Patience patience;

	private @Nullable String id;

	private @Nullable IOException failure;

	private Upload(Target target, Patience patience) {
		this.target = target;
		this.patience = patience;
	}

	/**
	 * Uploads content.
	 * @return the id of the file
	 * @throws BeginAgainException when Drive has lost the upload
	 */
	static String send(Content content, Target target, Patience patience) throws IOException {
		Upload upload = new Upload(target, patience);
		try {
			content.stream(upload::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return upload.result();
	}

	private String result() throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		if (this.id == null) {
			throw new IllegalStateException("The content was not given to its reader");
		}
		return this.id;
	}

	private void read(InputStream in) {
		Csv csv = new Csv(in);
		try {
			this.id = request(csv).execute().getId();
		}
		catch (IOException ex) {
			this.failure = (csv.isStarted() && isLost(ex)) ? new BeginAgainException(ex) : ex;
		}
		catch (IllegalArgumentException ex) {
			if (csv.isStarted()) {
				throw ex;
			}
			// Google's client was given no address for the bytes.
			this.failure = new IOException("This is not Google's answer to an upload", ex);
		}
	}

	private DriveRequest<File> request(Csv csv) throws IOException {
		DriveRequest<File> request = this.target.open(csv);
		// Zipped, its length would not be told, and not be that of the range it is for.
		request.setDisableGZipContent(true);
		request.getMediaHttpUploader()
			.setDirectUploadEnabled(false)
			.setChunkSize(CHUNK)
			.setProgressListener(new Progress(this.patience));
		return request;
	}

	/**
	 * Once Drive has agreed to an upload, these mean that it does not know it any more.
	 */
	private static boolean isLost(IOException failure) {
		int status = GoogleAnswer.in(failure).status();
		return !(failure instanceof TokenException) && status / 100 == 4 && status != 401 && status != 403
				&& status != 429;
	}

	/**
	 * Where an upload goes.
	 */
	interface Target {

		DriveRequest<File> open(AbstractInputStreamContent content) throws IOException;

	}

}
