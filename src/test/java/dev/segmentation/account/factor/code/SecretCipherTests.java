package dev.segmentation.account.factor.code;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretCipherTests {

	private static final byte[] SECRET = "twenty secret bytes!".getBytes(java.nio.charset.StandardCharsets.UTF_8);

	private final SecretCipher cipher = cipher(1);

	@Test
	void decryptsWhatItEncrypted() {
		assertThat(this.cipher.decrypt(7, this.cipher.encrypt(7, SECRET))).hasValue(SECRET);
	}

	@Test
	void encryptsTheSameSecretDifferentlyEachTime() {
		assertThat(this.cipher.encrypt(7, SECRET)).isNotEqualTo(this.cipher.encrypt(7, SECRET));
	}

	@Test
	void refusesTheSecretOfAnotherAccountAnotherKeyAndAChangedOne() {
		byte[] encrypted = this.cipher.encrypt(7, SECRET);
		assertThat(this.cipher.decrypt(8, encrypted)).isEmpty();
		assertThat(cipher(2).decrypt(7, encrypted)).isEmpty();
		encrypted[20] ^= 1;
		assertThat(this.cipher.decrypt(7, encrypted)).isEmpty();
	}

	private static SecretCipher cipher(int key) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) key;
		return new SecretCipher(new SecretKeySpec(bytes, "HmacSHA256"));
	}

}
