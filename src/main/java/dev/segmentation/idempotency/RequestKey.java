package dev.segmentation.idempotency;

/**
 * The key of an account's request.
 */
record RequestKey(long accountId, String key) {
}
