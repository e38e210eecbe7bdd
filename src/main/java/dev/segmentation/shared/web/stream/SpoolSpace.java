package dev.segmentation.shared.web.stream;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * The disk space for what the clients of this instance have not read yet. Other programs
 * keep a tenth of the disk of the temporary folder, at most 1 GiB.
 */
@Component
public class SpoolSpace {

	/**
	 * The space for all answers together.
	 */
	public static final long MAX_BYTES = 4L * 1024 * 1024 * 1024;

	/**
	 * What each answer has at least.
	 */
	public static final int PIECE_BYTES = 64 * 1024;

	private static final long MAX_RESERVE = 1024 * 1024 * 1024;

	private static final int SHARE_OF_RESERVE = 10;

	private final File folder = new File(System.getProperty("java.io.tmpdir"));

	private final AtomicLong taken = new AtomicLong();

	/**
	 * Takes space.
	 * @return whether enough was left
	 */
	public boolean take(long bytes) {
		if (this.taken.addAndGet(bytes) <= MAX_BYTES && hasReserve()) {
			return true;
		}
		giveBack(bytes);
		return false;
	}

	/**
	 * Returns space that was taken.
	 */
	public void giveBack(long bytes) {
		this.taken.addAndGet(-bytes);
	}

	private boolean hasReserve() {
		long reserve = Math.min(this.folder.getTotalSpace() / SHARE_OF_RESERVE, MAX_RESERVE);
		return this.folder.getUsableSpace() > reserve;
	}

	/**
	 * Opens a file and removes its name at once, so that nothing is left when the process
	 * is killed.
	 */
	FileChannel open() throws IOException {
		Path path = Files.createTempFile(this.folder.toPath(), "segmentation-answer-", null);
		try {
			return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
		}
		finally {
			Files.delete(path);
		}
	}

}
