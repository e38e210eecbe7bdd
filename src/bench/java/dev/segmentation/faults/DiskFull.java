package dev.segmentation.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Pages;
import dev.segmentation.trial.Scenario;
import dev.segmentation.trial.SkippedException;

/**
 * The disk of the data folder is full for a while. Writes are refused, and reads go on.
 */
record DiskFull() implements Scenario {

	private static final String SIZE = "400m";

	private static final int WRITES = 100;

	private static final int BLOCK = 4096;

	@Override
	public String name() {
		return "disk-full";
	}

	@Override
	public String run(Path folder) throws Exception {
		if (!"root".equals(System.getProperty("user.name"))) {
			throw new SkippedException("Only root can mount a small disk.");
		}
		Path disk = Files.createDirectories(folder.resolve("data"));
		mount("mount", "-t", "tmpfs", "-o", "mode=0777,size=" + SIZE, "tmpfs", disk.toString());
		try {
			return fill(folder, disk.resolve("ballast"));
		}
		finally {
			mount("umount", "--lazy", disk.toString());
		}
	}

	private static String fill(Path folder, Path ballast) throws IOException {
		try (Site site = new Site(folder); Writers writers = Writers.start(site.api(), site.database())) {
			writers.awaitAcknowledged(WRITES);
			Pages pages = site.pages();
			writeUntilFull(ballast);
			int write = pages.upload("/users/import", "file", "users.csv", LargeImport.file()).statusCode();
			int read = site.api().get("/segments/").status();
			Files.delete(ballast);
			return site.aftermath()
				.check("a read answers 200", read == 200, "it answered " + read)
				.check("an upload answers 503 or 507", write == 503 || write == 507, "it answered " + write)
				.keeps(writers)
				.figures();
		}
	}

	private static void writeUntilFull(Path ballast) throws IOException {
		try (OutputStream output = Files.newOutputStream(ballast)) {
			while (true) {
				output.write(new byte[BLOCK]);
			}
		}
		catch (IOException ex) {
			if (Files.size(ballast) == 0) {
				throw ex;
			}
		}
	}

	private static void mount(String... command) throws Exception {
		if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
			throw new SkippedException("This machine permits no mounts.");
		}
	}

}
