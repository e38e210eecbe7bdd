package dev.segmentation.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Order;

import org.springframework.test.context.TestPropertySource;

/**
 * A test of settings that differ from the defaults and from each other's subject. Classes
 * with these settings share one application, and come after the classes that share the
 * other one.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HttpTest
@Order(Order.DEFAULT + 1)
@TestPropertySource(properties = { "segmentation.api.cors-origins=https://one.example.com,https://two.example.com",
		"segmentation.expiry.interval=1000h", "segmentation.jwt.key=" + ChangedSettingsTest.KEY,
		"segmentation.sign-up=open", "segmentation.passkeys.origin=https://segments.example.com",
		"segmentation.reports.product=Acme Segments", "segmentation.reports.viewer-links=true" })
public @interface ChangedSettingsTest {

	/** The key of access tokens. */
	String KEY = "c2V2ZW50eS10d28gYnl0ZXMgYXJlIGVub3VnaCBmb3IgYW55IG9mIHRoZSBhbGdvcml0aG1zIGhlcmUsIGV2ZW4gSFM1MTIh";

}
