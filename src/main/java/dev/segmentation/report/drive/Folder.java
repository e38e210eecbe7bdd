package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.List;

import com.google.api.services.drive.Drive.Files;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import org.jspecify.annotations.Nullable;

/**
 * The folder on Drive that holds the files; may be in a shared drive.
 */
final class Folder {

	private final Files files;

	private final String id;

	private final Patience patience;

	Folder(Files files, @Nullable String id, Patience patience) {
		this.files = files;
		this.id = (id != null) ? id : "root";
		this.patience = patience;
	}

	/**
	 * Finds a file by its name; the oldest, when somebody has put a second one there.
	 */
	@Nullable String find(String name) throws IOException {
		Files.List request = this.files.list()
			.setQ("name = '%s' and '%s' in parents and mimeType = '%s' and trashed = false".formatted(escape(name),
					this.id, Csv.TYPE))
			.setOrderBy("createdTime")
			.setPageSize(1)
			.setFields("nextPageToken,files(id)")
			.setSupportsAllDrives(true)
			.setIncludeItemsFromAllDrives(true);
		while (true) {
			FileList page = request.execute();
			if (!page.getFiles().isEmpty()) {
				return page.getFiles().getFirst().getId();
			}
			if (page.getNextPageToken() == null) {
				return null;
			}
			// Drive may find nothing on a page, and something on the next.
			request.setPageToken(page.getNextPageToken());
		}
	}

	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("'", "\\'");
	}

	String create(String name, Content content) throws IOException {
		File file = new File().setName(name).setMimeType(Csv.TYPE).setParents(List.of(this.id));
		return Upload.send(content, (csv) -> this.files.create(file, csv).setFields("id").setSupportsAllDrives(true),
				this.patience);
	}

	/** The file keeps its id, and so its link. */
	void replace(String file, Content content) throws IOException {
		Upload.send(content,
				(csv) -> this.files.update(file, new File(), csv).setFields("id").setSupportsAllDrives(true),
				this.patience);
	}

}
