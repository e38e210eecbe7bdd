package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.List;

import com.google.api.services.drive.Drive.Files;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.segmentation.shared.FileType;
import org.jspecify.annotations.Nullable;

/**
 * The folder on Drive that holds the files, which are shared by link.
 */
final class SharedFolder {

	private final Files files;

	private final String id;

	private final LinkSharing sharing;

	SharedFolder(Files files, @Nullable String id, LinkSharing sharing) {
		this.files = files;
		this.id = (id != null) ? id : "root";
		this.sharing = sharing;
	}

	/** Looks at the current permissions: they may change during an upload. */
	void share(String file, DriveAccess access) throws IOException {
		for (DriveReader missing : this.sharing.removeOthers(file, access)) {
			this.sharing.grant(file, missing);
		}
	}

	/**
	 * Removes the access of all readers. A file that no longer exists is not shared
	 * either.
	 */
	void revoke(String file, DriveReaders former) throws IOException {
		try {
			removeFormerReaders(file, new DriveAccess(DriveReaders.NONE, former));
		}
		catch (IOException ex) {
			if (!isGone(ex)) {
				throw ex;
			}
		}
	}

	/** Removes the access of former readers, who must not see new content. */
	void removeFormerReaders(String file, DriveAccess access) throws IOException {
		this.sharing.removeOthers(file, access);
	}

	/**
	 * Moves a file that may be shared to the trash. Only managers of a shared drive may
	 * delete files at once.
	 */
	void trash(String file, DriveReaders former) throws IOException {
		revoke(file, former);
		this.files.update(file, new File().setTrashed(true)).setFields("id").setSupportsAllDrives(true).execute();
	}

	static boolean isGone(IOException failure) {
		return DriveError.of(failure).status() == 404;
	}

	/** Finds a file by its name: the oldest, if there are several. */
	@Nullable String find(String name) throws IOException {
		Files.List request = this.files.list()
			.setQ("name = '%s' and '%s' in parents and mimeType = '%s' and trashed = false".formatted(escape(name),
					this.id, FileType.of(name).mediaType()))
			.setOrderBy("createdTime")
			.setPageSize(1)
			.setFields("nextPageToken,files(id)")
			.setSupportsAllDrives(true)
			.setIncludeItemsFromAllDrives(true);
		// Drive may answer with an empty page before the page that has the file.
		do {
			FileList page = request.execute();
			if (!page.getFiles().isEmpty()) {
				return page.getFiles().getFirst().getId();
			}
			request.setPageToken(page.getNextPageToken());
		}
		while (request.getPageToken() != null);
		return null;
	}

	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("'", "\\'");
	}

	String create(String name, Content content) throws IOException {
		FileType type = FileType.of(name);
		File file = new File().setName(name).setMimeType(type.mediaType()).setParents(List.of(this.id));
		return new Upload((body) -> this.files.create(file, body).setFields("id").setSupportsAllDrives(true),
				type.mediaType())
			.send(content);
	}

	void replace(String file, String name, Content content) throws IOException {
		new Upload((body) -> this.files.update(file, new File(), body).setFields("id").setSupportsAllDrives(true),
				FileType.of(name).mediaType())
			.send(content);
	}

}
