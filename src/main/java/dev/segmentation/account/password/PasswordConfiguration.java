package dev.segmentation.account.password;

import dev.segmentation.account.AccountProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	/**
	 * Half of the processors stay free for other requests. Each hash at work takes 19 MiB
	 * of the heap.
	 */
	@Bean
	PasswordEncoder passwordEncoder(AccountProperties properties) {
		return new BoundedPasswordEncoder(PasswordHashes.all(PasswordHashes.recommended(), properties.hashSalt()),
				Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
	}

}
