package dev.segmentation.account.attempt;

import java.nio.ByteBuffer;
import java.util.Base64;

import dev.segmentation.account.jwt.Signatures;

/**
 * Who has an allowance. The id does not tell the name. It depends on the signing key, so
 * nobody outside can find two names with the same id, which would share an allowance.
 */
record AllowanceKey(Allowance allowance, long id) {

	static AllowanceKey of(Allowance allowance, String name, Signatures signatures) {
		byte[] signature = Base64.getUrlDecoder().decode(signatures.sign("allowance:" + allowance + ":" + name));
		return new AllowanceKey(allowance, ByteBuffer.wrap(signature).getLong());
	}

}
