package dev.segmentation.trial;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that a scenario has left running.
 */
final class Leftovers {

	private Leftovers() {
	}

	/**
	 * Ends the processes that this process started, and those that work in a folder: a
	 * server of PostgreSQL is the child of no application.
	 * @return how many there were
	 */
	static int end(Path folder) {
		List<ProcessHandle> left = Stream
			.concat(ProcessHandle.current().descendants(),
					ProcessHandle.allProcesses().filter((each) -> names(each, folder)))
			.distinct()
			.toList();
		left.forEach(ProcessHandle::destroyForcibly);
		left.forEach((each) -> each.onExit().join());
		return left.size();
	}

	private static boolean names(ProcessHandle process, Path folder) {
		return process.info()
			.arguments()
			.map((arguments) -> Arrays.stream(arguments).anyMatch((argument) -> argument.startsWith(folder.toString())))
			.orElse(false);
	}

}
