package dev.segmentation.account.factor.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of authenticator apps with AES-GCM. The key is derived from the
 * key that signs access tokens. The text is bound to its account, so it cannot be copied
 * to another one.
 */
@Component
class SecretCipher {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int KEY_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final SecretKey key;

	SecretCipher(SecretKey signingKey) {
		this.key = derive(signingKey);
	}

	private static SecretKey derive(SecretKey signingKey) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey("AES",
						HKDFParameterSpec.ofExtract()
							.addIKM(signingKey)
							.thenExpand("authenticator app".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] encrypt(long accountId, byte[] secret) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] text = cipher(Cipher.ENCRYPT_MODE, accountId, nonce).doFinal(secret);
			return ByteBuffer.allocate(NONCE_BYTES + text.length).put(nonce).put(text).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Decrypts a secret.
	 * @return empty when it was encrypted with another key or for another account
	 */
	Optional<byte[]> decrypt(long accountId, byte[] encrypted) {
		byte[] nonce = new byte[NONCE_BYTES];
		ByteBuffer text = ByteBuffer.wrap(encrypted).get(nonce);
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, accountId, nonce).doFinal(encrypted, text.position(),
					text.remaining()));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Cipher cipher(int mode, long accountId, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, accountId));
		return cipher;
	}

}
