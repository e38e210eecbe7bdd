package dev.segmentation.audit;

import java.time.Instant;

import dev.segmentation.shared.ClientDevice;
import org.jspecify.annotations.Nullable;

/**
 * One event of the audit.
 *
 * @param accountId the account that acted; {@code null} when nobody was signed in
 * @param login the account's login at that time
 * @param subject what it acted on, for instance the login of another account
 * @param detail what changed
 * @param address the network address of the client; {@code null} for a command
 * @param device the client's description of itself
 */
public record AuditEvent(long id, Instant at, AuditKind kind, @Nullable Long accountId, @Nullable String login,
		@Nullable String subject, @Nullable String detail, @Nullable String address, @Nullable String device) {

	/**
	 * The device as people name it.
	 */
	public @Nullable String deviceName() {
		return ClientDevice.of(this.device);
	}

}
