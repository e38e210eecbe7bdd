package dev.segmentation.config.disk;

import java.io.File;
import java.nio.file.Path;

import dev.segmentation.shared.database.Disk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The disk of a folder.
 */
public record FolderDisk(String name, Path folder) implements Disk, MeterBinder {

	/** A system that does not tell the size of the disk has all of it free. */
	@Override
	public double free() {
		File file = this.folder.toFile();
		long total = file.getTotalSpace();
		return (total > 0) ? (double) file.getUsableSpace() / total : 1;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("segmentation.disk.free.ratio", this, FolderDisk::free)
			.description("Free share of the disk")
			.tag("disk", this.name)
			.strongReference(true)
			.register(meters);
	}

}
