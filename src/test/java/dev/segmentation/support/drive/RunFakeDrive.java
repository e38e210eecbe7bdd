package dev.segmentation.support.drive;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;

/**
 * Runs the local Drive until Ctrl-C, to try reports out without Google:
 * {@code make fake-drive}.
 */
final class RunFakeDrive {

	private static final String READY = """
			A Google Drive of your own is running, and forgets everything when it ends (Ctrl-C). For the application:

			  export GDRIVE_CREDENTIALS=%s
			  export SEGMENTATION_DRIVE_FOLDER=%s
			  export SEGMENTATION_DRIVE_ROOT_URL=%s

			The file of a link https://drive.google.com/file/d/<id>/view?usp=sharing is here at

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
			System.err.printf("Port %d is taken: choose another with  make fake-drive DRIVE_PORT=...%n", port);
			System.exit(1);
		}
	}

}
