package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The size of the embedded database's folder, and the space left on its disk.
 */
record DataFolderMetrics(Path folder) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("segmentation.data.folder", this.folder, DataFolderMetrics::size)
			.description("Size of the data folder of the embedded PostgreSQL")
			.baseUnit(BaseUnits.BYTES)
			.strongReference(true)
			.register(meters);
		Gauge.builder("segmentation.data.folder.free", this.folder, (path) -> path.toFile().getUsableSpace())
			.description("Space left for the data folder on its disk")
			.baseUnit(BaseUnits.BYTES)
			.strongReference(true)
			.register(meters);
	}

	private static long size(Path folder) {
		AtomicLong size = new AtomicLong();
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					size.addAndGet(attributes.size());
					return FileVisitResult.CONTINUE;
				}

				/** The server deletes files at any time. */
				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) {
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path directory, IOException ex) {
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return size.get();
	}

}
