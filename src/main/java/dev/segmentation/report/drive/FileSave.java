package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Saves one file: creates it or replaces its content, and shares it. A replaced file
 * keeps its id, and so its link.
 */
final class FileSave {

	private final SharedFolder folder;

	private final String name;

	private final Content content;

	private final DriveAccess access;

	private boolean replaces;

	/** The file that has the whole content. */
	private @Nullable String written;

	FileSave(SharedFolder folder, String name, Content content, DriveAccess access) {
		this.folder = folder;
		this.name = name;
		this.content = content;
		this.access = access;
	}

	/**
	 * Makes an attempt. A later one continues after the finished steps.
	 * @return the id of the file
	 * @throws RestartUploadException when another attempt may succeed
	 */
	String attempt() throws IOException {
		try {
			if (this.written == null) {
				this.written = write();
			}
			this.folder.share(this.written, this.access);
			return this.written;
		}
		catch (IOException ex) {
			boolean restart = SharedFolder.isGone(ex) && (this.written != null || this.replaces);
			if (restart) {
				this.written = null;
			}
			throw restart ? new RestartUploadException(ex) : ex;
		}
	}

	private String write() throws IOException {
		String found = this.folder.find(this.name);
		this.replaces = found != null;
		if (found == null) {
			return this.folder.create(this.name, this.content);
		}
		this.folder.removeFormerReaders(found, this.access);
		this.folder.replace(found, this.name, this.content);
		return found;
	}

	/**
	 * Returns the id of the file that has the new content; {@code null} for none.
	 */
	@Nullable String written() {
		return this.written;
	}

	/**
	 * Takes a new file back that could not be shared.
	 * @return the id of the file that keeps the new content
	 */
	Optional<String> takeBack() throws IOException {
		if (this.written == null || this.replaces) {
			return Optional.ofNullable(this.written);
		}
		this.folder.trash(this.written, this.access.readers().with(this.access.former()));
		return Optional.empty();
	}

}
