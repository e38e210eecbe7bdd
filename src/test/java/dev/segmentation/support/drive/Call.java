package dev.segmentation.support.drive;

/**
 * The kinds of requests to Drive.
 */
public enum Call {

	/** Requests an access token. */
	TOKEN,

	/** Searches files. */
	LIST,

	/** Starts an upload. */
	UPLOAD,

	/** Uploads a chunk. */
	CHUNK,

	/** Asks how much of an upload is stored. */
	PROGRESS,

	/** Lists the permissions of a file. */
	PERMISSIONS,

	/** Creates a permission. */
	SHARE,

	/** Deletes a permission. */
	UNSHARE,

	/** Moves a file to the trash. */
	TRASH,

	/** Opens a file by its link. */
	VIEW;

	static Call of(FakeRequest request) {
		String path = request.path();
		if (path.equals("/token")) {
			return TOKEN;
		}
		if (path.startsWith("/upload/")) {
			return ofUpload(request);
		}
		if (path.startsWith("/file/d/")) {
			return VIEW;
		}
		if (path.contains("/permissions")) {
			return switch (request.method()) {
				case "POST" -> SHARE;
				case "DELETE" -> UNSHARE;
				default -> PERMISSIONS;
			};
		}
		return request.method().equals("PATCH") ? TRASH : LIST;
	}

	private static Call ofUpload(FakeRequest request) {
		if (request.parameter("upload_id").isEmpty()) {
			return UPLOAD;
		}
		return request.header("Content-Range").startsWith("bytes */") ? PROGRESS : CHUNK;
	}

}
