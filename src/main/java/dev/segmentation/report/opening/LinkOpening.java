package dev.segmentation.report.opening;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A download of a report by its link.
 *
 * @param number counts the downloads of the report, from 1
 * @param network the network of the client, for example {@code 203.0.113.0/24};
 * {@code null} when the address is unknown
 * @param program the name of the client program; {@code null} when it is unknown
 */
public record LinkOpening(long number, Instant openedAt, @Nullable String network, @Nullable String program) {
}
