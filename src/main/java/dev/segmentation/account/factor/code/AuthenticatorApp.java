package dev.segmentation.account.factor.code;

/**
 * An app whose codes an account enters after its password.
 *
 * @param secret the encrypted secret
 * @param lastStep the time step of the last code that was used
 */
record AuthenticatorApp(byte[] secret, long lastStep, boolean confirmed) {
}
