package dev.segmentation.account.factor.code;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import org.springframework.stereotype.Component;

/**
 * The codes of authenticator apps: six digits that change every 30 seconds (RFC 6238).
 * The clocks of phone and server may differ by one step.
 */
@Component
class OneTimeCodes {

	static final int LENGTH = 6;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private final Clock clock;

	OneTimeCodes(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Returns the time step of a code.
	 * @param after the last step whose code was used; it and earlier ones are refused
	 */
	OptionalLong findStep(byte[] secret, String code, long after) {
		long now = this.clock.instant().getEpochSecond() / seconds();
		return LongStream.rangeClosed(now - 1, now + 1)
			.filter((step) -> step > after && isEqual(code, codeOf(secret, step)))
			.findFirst();
	}

	private String codeOf(byte[] secret, long step) {
		try {
			return this.generator.generateOneTimePasswordString(
					new SecretKeySpec(secret, this.generator.getAlgorithm()), Instant.ofEpochSecond(step * seconds()));
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long seconds() {
		return this.generator.getTimeStep().toSeconds();
	}

	private static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
