package dev.segmentation.account.password;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.web.turn.RequestTurn;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes a few passwords at once, and lets a few more wait. A hash occupies a processor
 * for a noticeable time on purpose, so many sign-ins at once would slow everything else
 * down.
 */
public class BoundedPasswordEncoder implements PasswordEncoder {

	/**
	 * With a twentieth of a second for each, the last one waits about a second. Hashes of
	 * older versions take four times as long.
	 */
	private static final int WAITING_FOR_EACH_PLACE = 15;

	private static final int LONGEST_WAIT_SECONDS = 5;

	private static final int RETRY_AFTER_SECONDS = 3;

	private final PasswordEncoder encoder;

	private final Semaphore places;

	private final int mostWaiting;

	/**
	 * Limits an encoder.
	 * @param atOnce how many passwords it hashes at once
	 */
	public BoundedPasswordEncoder(PasswordEncoder encoder, int atOnce) {
		this.encoder = encoder;
		this.places = new Semaphore(atOnce, true);
		this.mostWaiting = WAITING_FOR_EACH_PLACE * atOnce;
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return inTurn(() -> this.encoder.encode(password));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return inTurn(() -> this.encoder.matches(password, hash));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
		// While it waits, others are served. At most as many wait as the queue has
		// places.
		RequestTurn.leaveCurrent();
		if (this.places.getQueueLength() >= this.mostWaiting || !takePlace()) {
			throw BusyException.tooManyRequests("login.busy", RETRY_AFTER_SECONDS);
		}
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

	private boolean takePlace() {
		try {
			return this.places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
