package dev.segmentation.account.attempt;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import dev.segmentation.account.jwt.Signatures;

/**
 * Who has an allowance. The number of ids is bounded, so that attempts with invented
 * logins and addresses cannot fill the disk: names with the same id share an allowance.
 * Nobody outside can find such names, because the ids depend on the signing key.
 *
 * @param id the kind, and one of a quarter of a million numbers
 */
record AllowanceKey(Allowance allowance, long id) {

	private static final int BITS = 18;

	static AllowanceKey of(Allowance allowance, String name, Signatures signatures) {
		CRC32C hash = new CRC32C();
		hash.update(signatures.sign("allowance:" + allowance + ":" + name).getBytes(StandardCharsets.US_ASCII));
		long number = hash.getValue() & ((1L << BITS) - 1);
		return new AllowanceKey(allowance, ((long) allowance.ordinal() << BITS) | number);
	}

}
