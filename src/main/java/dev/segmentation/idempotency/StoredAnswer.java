package dev.segmentation.idempotency;

import java.util.Map;

/**
 * The answer to a request that changed something.
 */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {
}
