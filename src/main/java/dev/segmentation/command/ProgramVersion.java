package dev.segmentation.command;

import dev.segmentation.config.ProgramInfo;
import picocli.CommandLine.IVersionProvider;

/**
 * The version of the program.
 */
class ProgramVersion implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "Dynamic User Segmentation " + ProgramInfo.version() };
	}

}
