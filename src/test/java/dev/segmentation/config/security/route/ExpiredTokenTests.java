package dev.segmentation.config.security.route;

import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.segmentation.support.Api;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@ChangedSettingsTest
class ExpiredTokenTests {

	@Autowired
	Api api;

	@Test
	void givesThePublicRoutesOnly() throws JOSEException {
		JWSObject expired = new JWSObject(new JWSHeader(JWSAlgorithm.HS256),
				new Payload("{\"sub\": \"account:1\", \"exp\": 1}"));
		expired.sign(new MACSigner(Base64.getDecoder().decode(ChangedSettingsTest.KEY)));
		new RouteWalk(this.api.withToken(expired.serialize()), new Pages(this.api)).all()
			.forEach((route) -> route.assertAllowedFor(null));
	}

}
