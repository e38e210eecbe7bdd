package dev.segmentation.support.drive;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;

/**
 * Runs the local Drive until Ctrl-C, to try reports without Google:
 * {@code make fake-drive}.
 */
final class RunFakeDrive {

	private static final String READY = """
			A local Google Drive is running. Ctrl-C stops it and deletes its files. Set these variables for the application:

			  export GDRIVE_CREDENTIALS=%s
			  export SEGMENTATION_DRIVE_FOLDER=%s
			  export SEGMENTATION_DRIVE_ROOT_URL=%s

			The file of the link https://drive.google.com/file/d/<id>/view?usp=sharing has this local address:

			  %sfile/d/<id>/view
			""";

	private RunFakeDrive() {
	}

	public static void main(String[] arguments) {
		int port = Integer.parseInt(arguments[0]);
		try {
			FakeDrive drive = FakeDrive.start(port);
			Path key = drive.writeKey(Path.of("data", "fake-drive")).toAbsolutePath();
			System.out.printf(READY, key, drive.folder(), drive.rootUrl(), drive.rootUrl());
		}
		catch (UncheckedIOException ex) {
			if (!(ex.getCause() instanceof BindException)) {
				throw ex;
			}
			System.err.printf("Port %d is in use. Choose another one: make fake-drive DRIVE_PORT=...%n", port);
			System.exit(1);
		}
	}

}
