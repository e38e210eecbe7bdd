package dev.segmentation.report.drive;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Files in the folder that are shared with the audience.
 */
final class SharedFiles {

	private final Folder folder;

	private final Sharing sharing;

	SharedFiles(Folder folder, Sharing sharing) {
		this.folder = folder;
		this.sharing = sharing;
	}

	/**
	 * Saves a file once.
	 * @return its id
	 * @throws BeginAgainException when trying again may help
	 */
	String save(String name, Content content) throws IOException {
		String found = this.folder.find(name);
		String id = (found != null) ? found : this.folder.create(name, content);
		try {
			boolean shared = this.sharing.narrow(id);
			if (found != null) {
				// Only now: nobody who may not see it any more gets to see it.
				this.folder.replace(id, content);
			}
			if (!shared) {
				this.sharing.grant(id);
			}
		}
		catch (IOException ex) {
			throw isGone(ex) ? new BeginAgainException(ex) : ex;
		}
		return id;
	}

	void revoke(String id) throws IOException {
		try {
			this.sharing.revoke(id);
		}
		catch (IOException ex) {
			if (!isGone(ex)) {
				throw ex;
			}
		}
	}

	private static boolean isGone(IOException failure) {
		return !(failure instanceof TokenException) && GoogleAnswer.in(failure).status() == 404;
	}

}
