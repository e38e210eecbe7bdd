package dev.segmentation.shared;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names the device of a client by its {@code User-Agent} header: "Firefox · Windows".
 */
public final class ClientDevice {

	/**
	 * What names a system in the header. Android also names Linux, and iPads name a Mac.
	 */
	private static final Map<String, String> SYSTEMS = systems();

	private ClientDevice() {
	}

	/**
	 * Returns the program and, if it is known, the system.
	 * @return {@code null} when the header is missing or names no program
	 */
	public static @Nullable String of(@Nullable String userAgent) {
		String program = ClientProgram.of(userAgent);
		if (program == null || userAgent == null) {
			return program;
		}
		return SYSTEMS.entrySet()
			.stream()
			.filter((system) -> userAgent.contains(system.getKey()))
			.map((system) -> program + " · " + system.getValue())
			.findFirst()
			.orElse(program);
	}

	private static Map<String, String> systems() {
		Map<String, String> systems = new LinkedHashMap<>();
		systems.put("Android", "Android");
		systems.put("iPhone", "iPhone");
		systems.put("iPad", "iPad");
		systems.put("Windows", "Windows");
		systems.put("Mac OS X", "macOS");
		systems.put("CrOS", "ChromeOS");
		systems.put("Linux", "Linux");
		return systems;
	}

}
