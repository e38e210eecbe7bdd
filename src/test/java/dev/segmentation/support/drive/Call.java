package dev.segmentation.support.drive;

/**
 * What can be asked of Drive.
 */
public enum Call {

	/** An access token. */
	TOKEN,

	/** Files that fit a query. */
	LIST,

	/** A new upload. */
	UPLOAD,

	/** To store a part of an upload. */
	CHUNK,

	/** How much of an upload is stored. */
	PROGRESS,

	/** Who may read a file. */
	PERMISSIONS,

	/** To let somebody read a file. */
	SHARE,

	/** To let somebody no longer read a file. */
	UNSHARE,

	/** To see a file, without an account. */
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
		return LIST;
	}

	private static Call ofUpload(FakeRequest request) {
		if (request.parameter("upload_id").isEmpty()) {
			return UPLOAD;
		}
		return request.header("Content-Range").startsWith("bytes */") ? PROGRESS : CHUNK;
	}

}
