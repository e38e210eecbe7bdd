package dev.segmentation.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Pages;
import dev.segmentation.trial.Scenario;
import dev.segmentation.trial.SkippedException;

/**
 * A small disk is full for a while. An upload is refused with the reason, and reads go
 * on.
 *
 * @param disk the folder of the application that is on this disk
 */
record DiskFull(String name, String disk, String size) implements Scenario {

	private static final int WRITES = 100;

	private static final int BLOCK = 4096;

	/** The data folder of the application. */
	static DiskFull data() {
		return new DiskFull("disk-full", "data", "400m");
	}

	/** Java's temporary folder. */
	static DiskFull temporary() {
		return new DiskFull("temporary-disk-full", "temporary", "40m");
	}

	@Override
	public String run(Path folder) throws Exception {
		if (!"root".equals(System.getProperty("user.name"))) {
			throw new SkippedException("Only root can mount a small disk.");
		}
		Path temporary = Files.createDirectories(folder.resolve("temporary"));
		Path mounted = Files.createDirectories(folder.resolve(this.disk));
		mount("mount", "-t", "tmpfs", "-o", "mode=0777,size=" + this.size, "tmpfs", mounted.toString());
		Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
		try (Site site = new EmbeddedSite(folder, environment)) {
			return fill(site, mounted.resolve("ballast"));
		}
		finally {
			mount("umount", "--lazy", mounted.toString());
		}
	}

	private static String fill(Site site, Path ballast) throws IOException {
		try (Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			Pages pages = site.pages();
			writeUntilFull(ballast);
			HttpResponse<String> refused = upload(pages);
			int page = pages.get("/segments").statusCode();
			int read = site.api().get("/segments/").status();
			Files.delete(ballast);
			Aftermath aftermath = site.aftermath();
			int accepted = upload(pages).statusCode();
			return aftermath.check("a page answers 200", page == 200, "it answered " + page)
				.check("a read answers 200", read == 200, "it answered " + read)
				.check("an upload answers 503", refused.statusCode() == 503, "it answered " + refused.statusCode())
				.check("it gives the reason", isExplained(refused), refused.body())
				.tells("The disk is full")
				.check("an upload is accepted afterwards", accepted == 302, "it answered " + accepted)
				.keeps(writers)
				.figures();
		}
	}

	private static HttpResponse<String> upload(Pages pages) {
		return pages.upload("/users/import", "file", "users.csv", LargeImport.file());
	}

	private static boolean isExplained(HttpResponse<String> refused) {
		return refused.body().contains("The disk is full") && refused.body().contains("Nothing was changed.");
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
