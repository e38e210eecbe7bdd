package dev.segmentation.config.database.embedded;

import java.io.IOException;

/**
 * Makes the cluster of a data folder and its password file.
 */
@FunctionalInterface
public interface ClusterMaker {

	void make() throws IOException;

}
