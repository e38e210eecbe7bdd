package dev.segmentation.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Creates checksums of files.
 */
final class Sha256 {

	private Sha256() {
	}

	static MessageDigest create() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
