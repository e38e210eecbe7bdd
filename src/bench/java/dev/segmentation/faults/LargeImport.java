package dev.segmentation.faults;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of users whose import takes some seconds. Each call returns other users.
 */
final class LargeImport {

	static final int USERS = 200_000;

	private LargeImport() {
	}

	static byte[] file() {
		long prefix = System.nanoTime();
		return IntStream.range(0, USERS)
			.mapToObj((n) -> "new-%d-%d,new-%d-%d@example.com".formatted(prefix, n, prefix, n))
			.collect(Collectors.joining("\n", "login,email\n", "\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

}
