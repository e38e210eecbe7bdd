package dev.segmentation.account.factor.code;

/**
 * The data that sets an authenticator app up.
 *
 * @param key the secret in base32, to be typed instead of scanned
 * @param link the same for an app on this device
 */
public record AppSetup(String key, String link, QrCode code) {

	@Override
	public String toString() {
		return "AppSetup[]";
	}

}
