package dev.segmentation.command;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/**
 * The version in the manifest of the packaged program.
 */
class ProgramVersion implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "Dynamic User Segmentation " + number() };
	}

	static String number() {
		String version = ProgramVersion.class.getPackage().getImplementationVersion();
		return Objects.requireNonNullElse(version, "(not packaged)");
	}

}
